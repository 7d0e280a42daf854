/** One resolution of an image: unsigned 16-bit samples, row by row. */
export interface Level {
  columns: number;
  rows: number;
  samples: Uint16Array;
}

/**
 * An image in halving resolutions, the first one as stored. Each sample of a level is the mean of the four below it,
 * so a calcification of one pixel stays visible (fainter, never skipped) when the whole breast is shown small.
 * Padding takes no part in a mean.
 */
export interface Pyramid {
  levels: Level[];
  padding: [number, number] | null;
}

const SMALLEST = 256;
const BAND = 192;

/** Builds in bands and lets the browser breathe between them, so that reading goes on while the next case loads. */
export async function pyramidOf(base: Level, padding: [number, number] | null): Promise<Pyramid> {
  const levels = [base];
  for (let level = base; Math.min(level.columns, level.rows) >= 2 * SMALLEST; level = levels[levels.length - 1]) {
    levels.push(await halved(level, padding));
  }
  return { levels, padding };
}

async function halved(from: Level, padding: [number, number] | null): Promise<Level> {
  const to = emptyHalf(from);
  for (let row = 0; row < to.rows; row += BAND) {
    halveBand(from, to, row, Math.min(to.rows, row + BAND), padding);
    await breathe();
  }
  return to;
}

export function emptyHalf(from: Level): Level {
  const columns = from.columns >> 1;
  const rows = from.rows >> 1;
  return { columns, rows, samples: new Uint16Array(columns * rows) };
}

export function halveBand(from: Level, to: Level, first: number, end: number, padding: [number, number] | null): void {
  const source = from.samples;
  for (let row = first; row < end; row++) {
    let i = 2 * row * from.columns;
    let o = row * to.columns;
    for (let column = 0; column < to.columns; column++, i += 2, o++) {
      const a = source[i];
      const b = source[i + 1];
      const c = source[i + from.columns];
      const d = source[i + from.columns + 1];
      to.samples[o] = padding ? meanWithout(padding, a, b, c, d) : (a + b + c + d + 2) >> 2;
    }
  }
}

function meanWithout(padding: [number, number], a: number, b: number, c: number, d: number): number {
  const [low, high] = padding;
  let sum = 0;
  let count = 0;
  if (a < low || a > high) { sum += a; count++; }
  if (b < low || b > high) { sum += b; count++; }
  if (c < low || c > high) { sum += c; count++; }
  if (d < low || d > high) { sum += d; count++; }
  return count === 0 ? a : outside(padding, Math.floor(sum / count + 0.5));
}

/** A mean of measured values may land on the padding; then it must not turn black. */
function outside([low, high]: [number, number], mean: number): number {
  return mean < low || mean > high ? mean : high < 65535 ? high + 1 : low - 1;
}

/** The level to draw from when one stored pixel covers `scale` screen pixels. */
export function levelFor(pyramid: Pyramid, scale: number): number {
  const wanted = Math.floor(Math.log2(1 / Math.max(scale, 1e-6)) + 1e-9);
  return Math.max(0, Math.min(pyramid.levels.length - 1, wanted));
}

/** Lets waiting events run; a message comes back sooner than a timer, which browsers stretch to 4 ms. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
