import type { Placement, Size } from '../geometry.ts';
import { type Level, levelFor, type Pyramid } from '../pyramid.ts';
import type { Renderer } from './renderer.ts';

/** For each screen position along one axis: the two samples beside it and the weight of the second, in 1/256. */
export interface Taps {
  first: Int32Array;
  second: Int32Array;
  weight: Int32Array;
  /** The screen positions inside the image: from start up to, not including, end. */
  start: number;
  end: number;
}

export function taps(length: number, origin: number, step: number, samples: number): Taps {
  const result = { first: new Int32Array(length), second: new Int32Array(length), weight: new Int32Array(length), start: length, end: 0 };
  for (let i = 0; i < length; i++) {
    const edge = (i + 0.5 - origin) / step;
    if (edge < 0 || edge >= samples) continue;
    result.start = Math.min(result.start, i);
    result.end = i + 1;
    const centre = Math.min(samples - 1, Math.max(0, edge - 0.5));
    const floor = Math.floor(centre);
    result.first[i] = floor;
    result.second[i] = Math.min(samples - 1, floor + 1);
    result.weight[i] = Math.round((centre - floor) * 256);
  }
  return result;
}

/** Bilinear on the processor, one look-up for each screen pixel. */
export class CpuRenderer implements Renderer {
  readonly name = 'cpu';
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d')!;
  private image: ImageData | null = null;
  private readonly colours = new Uint32Array(65536);

  render(pyramid: Pyramid, size: Size, placement: Placement, lut: Uint8Array): HTMLCanvasElement {
    const target = this.sized(size);
    const at = levelFor(pyramid, Math.max(Math.abs(placement.sx), Math.abs(placement.sy)));
    const level = pyramid.levels[at];
    const factor = 2 ** at;
    const x = taps(size.width, placement.x, placement.sx * factor, level.columns);
    const y = taps(size.height, placement.y, placement.sy * factor, level.rows);
    for (let i = 0; i < 65536; i++) this.colours[i] = 0xff000000 | (lut[i] * 0x010101);
    draw(new Uint32Array(target.data.buffer), size.width, level, x, y, this.colours, pyramid.padding);
    this.context.putImageData(target, 0, 0);
    return this.canvas;
  }

  forget() {}

  private sized(size: Size): ImageData {
    if (!this.image || this.image.width !== size.width || this.image.height !== size.height) {
      this.canvas.width = size.width;
      this.canvas.height = size.height;
      this.image = this.context.createImageData(size.width, size.height);
    }
    return this.image;
  }
}

const BLACK = 0xff000000;

export function draw(out: Uint32Array, stride: number, level: Level, x: Taps, y: Taps, colours: Uint32Array, padding: [number, number] | null): void {
  out.fill(BLACK);
  const paint = padding ? paintPadded : paintRow;
  for (let row = y.start; row < y.end; row++) {
    const upper = y.first[row] * level.columns;
    const lower = y.second[row] * level.columns;
    paint(out, row * stride, level.samples, upper, lower, y.weight[row], x, colours, padding!);
  }
}

function paintRow(out: Uint32Array, at: number, s: Uint16Array, upper: number, lower: number, wy: number, x: Taps, colours: Uint32Array): void {
  const { first, second, weight } = x;
  for (let i = x.start; i < x.end; i++) {
    const a = first[i];
    const b = second[i];
    const wx = weight[i];
    const top = (s[upper + a] << 8) + (s[upper + b] - s[upper + a]) * wx;
    const bottom = (s[lower + a] << 8) + (s[lower + b] - s[lower + a]) * wx;
    out[at + i] = colours[((top * (256 - wy) + bottom * wy) / 65536 + 0.5) | 0];
  }
}

/** At the edge of the padding the nearest sample counts: a mean with padding would be a grey that nobody measured. */
function paintPadded(out: Uint32Array, at: number, s: Uint16Array, upper: number, lower: number, wy: number, x: Taps, colours: Uint32Array, [low, high]: [number, number]): void {
  const { first, second, weight } = x;
  for (let i = x.start; i < x.end; i++) {
    const wx = weight[i];
    const ta = s[upper + first[i]];
    const tb = s[upper + second[i]];
    const ba = s[lower + first[i]];
    const bb = s[lower + second[i]];
    const padded = (ta >= low && ta <= high) || (tb >= low && tb <= high) || (ba >= low && ba <= high) || (bb >= low && bb <= high);
    if (padded) {
      out[at + i] = colours[wy < 128 ? (wx < 128 ? ta : tb) : wx < 128 ? ba : bb];
    } else {
      const top = (ta << 8) + (tb - ta) * wx;
      const bottom = (ba << 8) + (bb - ba) * wx;
      out[at + i] = colours[((top * (256 - wy) + bottom * wy) / 65536 + 0.5) | 0];
    }
  }
}
