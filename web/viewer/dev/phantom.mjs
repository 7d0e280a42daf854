// Pictures that look enough like breasts to work on the viewer without a server: tissue, calcifications, a mass.
import { crc32, deflateSync } from 'node:zlib';

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth noise of a given grain in 0..1. */
function clouds(next, columns, rows, grain) {
  const w = Math.ceil(columns / grain) + 2;
  const cells = Float32Array.from({ length: w * (Math.ceil(rows / grain) + 2) }, next);
  return (x, y) => {
    const [cx, cy] = [Math.floor(x / grain), Math.floor(y / grain)];
    const s = (t) => t * t * (3 - 2 * t);
    const [fx, fy] = [s(x / grain - cx), s(y / grain - cy)];
    const at = (i, j) => cells[(cy + j) * w + cx + i];
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
  };
}

/** 12-bit samples, chest wall at the right edge for "R", at the left edge for "L". */
export function breast({ columns, rows, side, view, seed, mass, background = 0 }) {
  const next = random(seed);
  const layers = [[420, 0.5], [130, 0.3], [40, 0.2]].map(([g, a]) => [clouds(next, columns, rows, g), a]);
  const samples = new Uint16Array(columns * rows);
  const reach = columns * (view === 'MLO' ? 0.68 : 0.6);
  const middle = rows * (view === 'MLO' ? 0.55 : 0.5);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const deep = side === 'R' ? columns - 1 - x : x;
      const d = Math.hypot(deep / reach, (y - middle) / (rows * 0.4));
      const i = y * columns + x;
      const pectoral = view === 'MLO' && deep / (columns * 0.34) + y / (rows * 0.5) < 1;
      if (d >= 1 && !pectoral) { samples[i] = background; continue; }
      let tissue = 0;
      for (const [cloud, amount] of layers) tissue += amount * cloud(x, y);
      const skin = d > 0.985 ? 250 : 0;
      const thick = Math.sqrt(Math.max(0.04, 1 - d ** 5));
      const value = pectoral ? 2500 + 300 * tissue : thick * (700 + 2100 * tissue ** 1.6 * (1 - d * 0.45)) + skin;
      samples[i] = Math.min(4000, Math.max(1, value + 60 * (next() - 0.5)));
    }
  }
  if (mass) spot(samples, columns, rows, side, reach * 0.5, middle - rows * 0.08, next);
  return samples;
}

function spot(samples, columns, rows, side, deep, y0, next) {
  const x0 = side === 'R' ? columns - 1 - deep : deep;
  for (let y = y0 - 130; y < y0 + 130; y++) {
    for (let x = x0 - 130; x < x0 + 130; x++) {
      const angle = Math.atan2(y - y0, x - x0);
      const r = Math.hypot(x - x0, y - y0) / (80 + 18 * Math.sin(9 * angle) + 10 * Math.sin(4 * angle));
      const i = Math.round(y) * columns + Math.round(x);
      if (r < 1.5) samples[i] = Math.min(4000, samples[i] + 1200 * Math.exp(-2 * r ** 3));
    }
  }
  for (let k = 0; k < 40; k++) {
    const [x, y] = [Math.round(x0 + 220 + 180 * (next() - 0.5)), Math.round(y0 + 160 + 180 * (next() - 0.5))];
    for (const i of [y * columns + x, y * columns + x + 1, (y + 1) * columns + x]) samples[i] = 4050;
  }
}

/** An 8-bit PNG of every `step`th sample, as a server's rendition would be. */
export function png(samples, columns, rows, step, shade) {
  const [w, h] = [Math.floor(columns / step), Math.floor(rows / step)];
  const raw = Buffer.alloc((w + 1) * h);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) raw[y * (w + 1) + 1 + x] = shade(samples[y * step * columns + x * step]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(w, 0);
  header.writeUInt32BE(h, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(raw, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return out;
}
