import type { ImageDescription } from './case.ts';
import { adjusted, asWindow, displayLut, inverted, type Preset, type Voi } from './greyscale.ts';

/** How one image is looked at: a preset of its header or a window of the reader's. */
export class Look {
  private index = 0;
  private own: Voi | null = null;
  private lut: Uint8Array<ArrayBuffer> | null = null;
  private lutInverted = false;

  constructor(
    private readonly image: ImageDescription,
    readonly presets: Preset[],
  ) {}

  get voi(): Voi {
    return this.own ?? this.presets[this.index].voi;
  }

  /** -1 while the reader's own window is on. */
  get preset(): number {
    return this.own ? -1 : this.index;
  }

  choose(index: number): void {
    this.index = (index + this.presets.length) % this.presets.length;
    this.own = null;
    this.lut = null;
  }

  /** Brighter and more contrast are what the eye sees, also on an inverted image. */
  adjust(brighter: number, contrast: number, readerInverts: boolean): void {
    const sign = inverted(this.image) !== readerInverts ? -1 : 1;
    this.own = adjusted(this.voi, sign * brighter, contrast);
    this.lut = null;
  }

  displayLut(readerInverts: boolean): Uint8Array<ArrayBuffer> {
    if (!this.lut || this.lutInverted !== readerInverts) {
      this.lut = displayLut(this.image, this.voi, readerInverts);
      this.lutInverted = readerInverts;
    }
    return this.lut;
  }

  /** Centre and width as shown to the reader, null while a LUT is on. */
  get window(): { center: number; width: number } | null {
    return this.voi.kind === 'window' ? asWindow(this.voi) : null;
  }

  get next(): number {
    return this.own ? this.index : this.index + 1;
  }

  get previous(): number {
    return this.own ? this.index : this.index - 1;
  }
}
