import { type ImageDescription, type VoiLutDescription, voiLuts, type Window } from './case.ts';

/**
 * The grey scale pipeline of PS3.3 C.11 and C.7.6.3: stored value, modality LUT, VOI (a window or a LUT), then
 * inversion, and padding last, so that it is black whatever the rest says.
 *
 * Samples are indexed as unsigned 16 bit; a signed stored value v is kept as v + 32768 (see `bias`).
 */
export const LEVELS = 65536;

export type WindowFunction = 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID';

export interface WindowVoi {
  kind: 'window';
  center: number;
  width: number;
  function: WindowFunction;
}

export interface LutVoi {
  kind: 'lut';
  firstValueMapped: number;
  /** The entry that is white. */
  maximum: number;
  entries: Uint16Array;
}

export type Voi = WindowVoi | LutVoi;

/** A VOI with the name under which the reader can choose it. */
export interface Preset {
  label: string;
  voi: Voi;
  automatic?: boolean;
}

export function bias(image: ImageDescription): number {
  return image.signed ? 32768 : 0;
}

/** Presentation LUT Shape says the same as Photometric Interpretation; where the two contradict, it is the more specific one. */
export function inverted(image: ImageDescription): boolean {
  return image.presentationLutShape ? image.presentationLutShape === 'INVERSE' : image.photometricInterpretation === 'MONOCHROME1';
}

export function windowFunction(name: string | null | undefined): WindowFunction {
  return name === 'SIGMOID' || name === 'LINEAR_EXACT' ? name : 'LINEAR';
}

/** The value between 0 and 1 of one input value under a window. */
export function windowed(x: number, voi: WindowVoi): number {
  const { center: c, width: w } = voi;
  if (voi.function === 'SIGMOID') return 1 / (1 + Math.exp((-4 * (x - c)) / w));
  if (voi.function === 'LINEAR_EXACT') return clamp((x - c) / w + 0.5);
  if (w <= 1) return x <= c - 0.5 ? 0 : 1;
  return clamp((x - (c - 0.5)) / (w - 1) + 0.5);
}

function looked(x: number, voi: LutVoi): number {
  const index = Math.floor(x) - voi.firstValueMapped;
  const last = voi.entries.length - 1;
  const entry = voi.entries[index < 0 ? 0 : index > last ? last : index];
  return clamp(entry / voi.maximum);
}

export function applied(x: number, voi: Voi): number {
  return voi.kind === 'window' ? windowed(x, voi) : looked(x, voi);
}

/** From every possible sample to its 8-bit presentation value. */
export function displayLut(image: ImageDescription, voi: Voi, readerInverts: boolean): Uint8Array<ArrayBuffer> {
  const lut = new Uint8Array(LEVELS);
  const offset = bias(image);
  const slope = image.rescale?.slope ?? 1;
  const intercept = image.rescale?.intercept ?? 0;
  const invert = inverted(image) !== readerInverts;
  for (let sample = 0; sample < LEVELS; sample++) {
    const value = applied((sample - offset) * slope + intercept, voi);
    lut[sample] = Math.round(255 * (invert ? 1 - value : value));
  }
  const padding = paddingRange(image);
  if (padding) lut.fill(0, padding[0], padding[1] + 1);
  return lut;
}

/** First and last padded sample, PS3.3 C.7.5.1.1.2; null when the image has none. */
export function paddingRange(image: ImageDescription): [number, number] | null {
  const padding = image.pixelPadding;
  if (!padding || !Number.isFinite(padding.value)) return null;
  const one = sampleOf(padding.value, image);
  const other = sampleOf(padding.limit ?? padding.value, image);
  return [Math.min(one, other), Math.max(one, other)];
}

/** The sample that the lower 16 bits of a number stand for in this image, whether the sender wrote US or SS. */
function sampleOf(value: number, image: ImageDescription): number {
  return image.signed ? ((value << 16) >> 16) + bias(image) : value & 0xffff;
}

/** What the header offers: VOI LUTs first, then windows, as the object orders them. */
export function headerPresets(image: ImageDescription): Preset[] {
  const luts = voiLuts(image).map((lut, i) => ({ label: lut.explanation || `VOI LUT ${i + 1}`, voi: lutVoi(lut) }));
  const windows = (image.windows ?? [])
    .filter(isUsable)
    .map((w, i) => ({
      label: w.explanation || `W ${i + 1}`,
      voi: { kind: 'window' as const, center: w.center, width: w.width, function: windowFunction(w.function) },
    }));
  return [...luts.filter((p) => p.voi.entries.length > 0), ...windows];
}

/** A LINEAR window is at least 1 wide, the others wider than 0: PS3.3 C.11.2.1.2 and C.11.2.1.3. */
function isUsable(window: Window): boolean {
  const least = windowFunction(window.function) === 'LINEAR' ? window.width >= 1 : window.width > 0;
  return Number.isFinite(window.center) && Number.isFinite(window.width) && least;
}

export function lutVoi(lut: VoiLutDescription): LutVoi {
  const bytes = bytesOf(lut.data);
  const entries = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < entries.length; i++) entries[i] = bytes[2 * i] | (bytes[2 * i + 1] << 8);
  const declared = lut.bitsPerEntry > 0 && lut.bitsPerEntry <= 16 ? 2 ** lut.bitsPerEntry - 1 : 1;
  // Entries above what the descriptor allows raise the scale, so that a wrong descriptor never turns white into black.
  const maximum = entries.reduce((most, entry) => Math.max(most, entry), declared);
  return { kind: 'lut', firstValueMapped: lut.firstValueMapped, maximum, entries };
}

/** A window over what is in the picture, for objects that bring none (For Processing). */
export function automaticWindow(samples: Uint16Array, image: ImageDescription): WindowVoi {
  const histogram = new Uint32Array(LEVELS);
  let counted = 0;
  const padding = paddingRange(image);
  for (let i = 0; i < samples.length; i += 7) {
    const s = samples[i];
    if (padding && s >= padding[0] && s <= padding[1]) continue;
    histogram[s]++;
    counted++;
  }
  const low = quantile(histogram, counted * 0.005);
  const high = quantile(histogram, counted * 0.995);
  const slope = image.rescale?.slope ?? 1;
  const intercept = image.rescale?.intercept ?? 0;
  const a = (low - bias(image)) * slope + intercept;
  const b = (high - bias(image)) * slope + intercept;
  return { kind: 'window', center: (a + b) / 2, width: Math.max(2, Math.abs(b - a)), function: 'LINEAR' };
}

function quantile(histogram: Uint32Array, rank: number): number {
  let seen = 0;
  for (let v = 0; v < histogram.length; v++) {
    seen += histogram[v];
    if (seen > rank) return v;
  }
  return histogram.length - 1;
}

/** The window that a reader starts from when she drags while a LUT is on. */
export function asWindow(voi: Voi): WindowVoi {
  if (voi.kind === 'window') return voi;
  const at = (share: number) => {
    const found = voi.entries.findIndex((e) => e / voi.maximum >= share);
    return voi.firstValueMapped + (found < 0 ? voi.entries.length - 1 : found);
  };
  const [low, high] = [at(0.02), at(0.98)];
  return { kind: 'window', center: (low + high) / 2, width: Math.max(2, high - low), function: 'LINEAR' };
}

/** `by` in shares of the window's width: brightness moves the centre, contrast the width. */
export function adjusted(voi: Voi, brightness: number, contrast: number): WindowVoi {
  const window = asWindow(voi);
  const width = Math.min(131072, Math.max(2, window.width * Math.exp(-contrast)));
  return { ...window, center: window.center - brightness * window.width, width };
}

export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function clamp(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}
