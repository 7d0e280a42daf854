import type { Placement, Size } from '../geometry.ts';
import type { Pyramid } from '../pyramid.ts';
import { CpuRenderer } from './cpu.ts';
import { WebGlRenderer } from './webgl.ts';

/** Draws 16-bit samples through a display LUT. The picture is valid until the next call. */
export interface Renderer {
  readonly name: 'webgl2' | 'cpu';
  render(pyramid: Pyramid, size: Size, placement: Placement, lut: Uint8Array<ArrayBuffer>): HTMLCanvasElement;
  forget(pyramid: Pyramid): void;
}

export type RendererChoice = 'auto' | 'webgl2' | 'cpu';

/** The graphics card when there is a real one; a software rasteriser is slower than our own loop. */
export function chosenRenderer(choice: RendererChoice): Renderer {
  const cpu = new CpuRenderer();
  if (choice === 'cpu') return cpu;
  const gl = WebGlRenderer.create(choice === 'auto');
  return gl ? new Falling(gl, cpu) : cpu;
}

/** Goes on with the processor when the graphics card is lost or an image is too large for it. */
class Falling implements Renderer {
  constructor(
    private readonly gl: WebGlRenderer,
    private readonly cpu: CpuRenderer,
  ) {}

  get name() {
    return this.gl.lost ? this.cpu.name : this.gl.name;
  }

  render(pyramid: Pyramid, size: Size, placement: Placement, lut: Uint8Array<ArrayBuffer>) {
    const able = !this.gl.lost && this.gl.holds(pyramid, size);
    return (able ? this.gl : this.cpu).render(pyramid, size, placement, lut);
  }

  forget(pyramid: Pyramid) {
    this.gl.forget(pyramid);
  }
}
