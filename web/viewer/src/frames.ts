import { automaticWindow, headerPresets, paddingRange, type Preset } from './greyscale.ts';
import { type Pyramid, pyramidOf } from './pyramid.ts';
import type { CaseDescription, ImageDescription } from './case.ts';

/** A frame ready to be read: all resolutions, and the ways to look at it. */
export interface Frame {
  pyramid: Pyramid;
  presets: Preset[];
  bytes: number;
}

export class FrameRefused extends Error {
  constructor(
    readonly reason: 'status' | 'length' | 'network',
    readonly detail: string,
  ) {
    super(`frame refused: ${reason} ${detail}`);
  }
}

/** Whether somebody looks now, or may later: the server keeps the two apart in its audit trail. */
export type Look = 'now' | 'ahead';

const BUDGET = 1_200_000_000;

/** Fetches each case, picture and frame once and keeps the most recently used ones. */
export class FrameStore {
  private readonly frames = new Map<string, Promise<Frame>>();
  private readonly sizes = new Map<string, number>();
  private readonly thumbnails = new Map<string, Promise<ImageBitmap>>();
  private readonly cases = new Map<string, Promise<CaseDescription>>();
  /** Fetched ahead and not on show yet. */
  private readonly unseen = new Set<string>();

  /** @param locale the reader's language, in which the server names the images */
  constructor(
    private readonly dropped: (pyramid: Pyramid) => void,
    private readonly locale: string,
  ) {}

  case(url: string, look: Look): Promise<CaseDescription> {
    const known = this.cases.has(url);
    const description = remembered(this.cases, url, 4, () => json<CaseDescription>(url, look, this.locale));
    this.noteLook(url, look, known, () => description.then((d) => d.viewsUrl));
    return description;
  }

  /** A claimed or decided case has changed on the server: the next look must ask again. */
  forgetCase(url: string): void {
    this.cases.delete(url);
    this.unseen.delete(url);
  }

  thumbnail(image: ImageDescription, look: Look): Promise<ImageBitmap> {
    this.noteLook(image.sopInstanceUid, look, this.thumbnails.has(image.thumbnailUrl!), async () => image.viewsUrl);
    return remembered(this.thumbnails, image.thumbnailUrl!, 64, async () => {
      const response = await asked(image.thumbnailUrl!, 'image/jpeg, image/png;q=0.9', 'high', look);
      return createImageBitmap(await response.blob());
    });
  }

  frame(image: ImageDescription, look: Look): Promise<Frame> {
    const url = image.framesUrl!;
    const known = this.frames.get(url);
    this.noteLook(image.sopInstanceUid, look, known !== undefined, async () => image.viewsUrl);
    const frame = known ?? this.fetched(image, look);
    this.frames.delete(url);
    this.frames.set(url, frame);
    return frame;
  }

  /** What was fetched ahead and is on show now was seen: the server cannot know unless it is told. */
  private noteLook(key: string, look: Look, known: boolean, viewsUrl: () => Promise<string | null | undefined>): void {
    if (look === 'ahead') {
      if (!known) this.unseen.add(key);
    } else if (this.unseen.delete(key)) {
      void viewsUrl().then(tellSeen).catch(() => {});
    }
  }

  private fetched(image: ImageDescription, look: Look): Promise<Frame> {
    const url = image.framesUrl!;
    const frame = loaded(image, look);
    frame.then(
      (f) => this.keep(url, f.bytes),
      () => this.frames.delete(url),
    );
    return frame;
  }

  private keep(url: string, bytes: number): void {
    this.sizes.set(url, bytes);
    let sum = 0;
    for (const size of this.sizes.values()) sum += size;
    for (const oldest of this.frames.keys()) {
      if (sum <= BUDGET || oldest === url) return;
      const size = this.sizes.get(oldest);
      if (size === undefined) continue;
      sum -= size;
      this.drop(oldest);
    }
  }

  private drop(url: string): void {
    this.frames.get(url)?.then((f) => this.dropped(f.pyramid));
    this.frames.delete(url);
    this.sizes.delete(url);
  }
}

async function tellSeen(viewsUrl: string | null | undefined): Promise<void> {
  if (viewsUrl) await fetch(viewsUrl, { method: 'POST', credentials: 'same-origin', keepalive: true });
}

async function loaded(image: ImageDescription, look: Look): Promise<Frame> {
  const response = await asked(image.framesUrl!, 'application/octet-stream', look === 'ahead' ? 'low' : 'auto', look);
  const buffer = await response.arrayBuffer();
  const expected = image.rows * image.columns;
  const samples = samplesOf(buffer, expected, image.bitsStored);
  if (image.signed) for (let i = 0; i < samples.length; i++) samples[i] ^= 0x8000;
  const pyramid = await pyramidOf({ columns: image.columns, rows: image.rows, samples }, paddingRange(image));
  const presets = headerPresets(image);
  if (presets.length === 0) presets.push({ label: 'auto', voi: automaticWindow(samples, image), automatic: true });
  return { pyramid, presets, bytes: pyramid.levels.reduce((sum, l) => sum + l.samples.byteLength, 0) };
}

/** 16 bits little-endian, as the frames answer; objects of up to 8 bits may bring one byte for each sample. */
function samplesOf(buffer: ArrayBuffer, expected: number, bitsStored: number): Uint16Array {
  if (buffer.byteLength >= 2 * expected) return new Uint16Array(buffer, 0, expected);
  if (bitsStored <= 8 && buffer.byteLength >= expected) return Uint16Array.from(new Uint8Array(buffer, 0, expected));
  throw new FrameRefused('length', `${buffer.byteLength} / ${2 * expected}`);
}

async function asked(url: string, accept: string, priority: RequestPriority, look: Look, locale?: string): Promise<Response> {
  const headers: Record<string, string> = look === 'ahead' ? { Accept: accept, Purpose: 'prefetch' } : { Accept: accept };
  if (locale) headers['Accept-Language'] = locale;
  let response: Response;
  try {
    response = await fetch(url, { headers, credentials: 'same-origin', priority });
  } catch {
    throw new FrameRefused('network', '');
  }
  if (!response.ok) throw new FrameRefused('status', String(response.status));
  return response;
}

export async function json<T>(url: string, look: Look = 'now', locale?: string): Promise<T> {
  return (await asked(url, 'application/json', 'high', look, locale)).json() as Promise<T>;
}

function remembered<T>(map: Map<string, Promise<T>>, key: string, most: number, make: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
  return made;
}
