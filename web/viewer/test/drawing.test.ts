import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonFit, FIT, type Hung, panned, placed, toImage, zoomedAt } from '../src/geometry.ts';
import { emptyHalf, halveBand, type Level, levelFor, pyramidOf } from '../src/pyramid.ts';
import { draw, taps } from '../src/render/cpu.ts';
import { alpha, cividis, heatMapOf } from '../src/heatmap.ts';
import { millimetres } from '../src/measure.ts';
import { mammogram } from './fixtures.ts';

const hung = (anchor: 'right' | 'left' | 'centre', more: Partial<Hung> = {}): Hung => ({ columns: 100, rows: 200, columnMm: 0.1, rowMm: 0.1, anchor, flipX: false, flipY: false, ...more });
const TILE = { width: 300, height: 400 };

test('the chest wall of a right breast touches the right edge, of a left breast the left edge', () => {
  const right = placed(hung('right'), TILE, 10, FIT);
  assert.equal(right.x + 100 * right.sx, 300);
  assert.ok(placed(hung('left'), TILE, 10, FIT).x === 0);
});

test('a turned image covers the same area', () => {
  const plain = placed(hung('right'), TILE, 10, FIT);
  const turned = placed(hung('right', { flipX: true, flipY: true }), TILE, 10, FIT);
  assert.deepEqual([turned.x + 100 * turned.sx, turned.x, turned.y], [plain.x, 300, plain.y + 200 * plain.sy]);
});

test('all views have one magnification in millimetres', () => {
  const scale = commonFit([{ image: hung('right'), tile: TILE }, { image: hung('left', { rows: 400 }), tile: TILE }]);
  assert.equal(scale, 10);
});

test('the point under the pointer stays there while zooming', () => {
  for (const anchor of ['right', 'left', 'centre'] as const) {
    for (const flipX of [true, false]) {
      const image = hung(anchor, { flipX });
      const before = toImage(placed(image, TILE, 10, FIT), { x: 120, y: 77 });
      const zoomed = zoomedAt(image, TILE, 10, FIT, 3, 120, 77);
      const after = toImage(placed(image, TILE, 30, zoomed), { x: 120, y: 77 });
      assert.ok(Math.hypot(before.x - after.x, before.y - after.y) < 1e-9);
    }
  }
});

test('linked breasts move as mirror images', () => {
  const view = panned(FIT, 'right', 10, 25, 5);
  assert.equal(placed(hung('right'), TILE, 10, view).x - placed(hung('right'), TILE, 10, FIT).x, 25);
  assert.equal(placed(hung('left'), TILE, 10, view).x - placed(hung('left'), TILE, 10, FIT).x, -25);
  assert.equal(placed(hung('left'), TILE, 10, view).y - placed(hung('left'), TILE, 10, FIT).y, 5);
});

const level = (columns: number, rows: number, values: (i: number) => number): Level => ({ columns, rows, samples: Uint16Array.from({ length: columns * rows }, (_, i) => values(i)) });

test('a single bright pixel stays in every resolution of the pyramid', async () => {
  const base = level(1024, 1024, (i) => (i === 300 * 1024 + 517 ? 4095 : 1000));
  const pyramid = await pyramidOf(base, null);
  assert.deepEqual(pyramid.levels.map((l) => l.columns), [1024, 512, 256]);
  assert.equal(pyramid.levels[1].samples[150 * 512 + 258], 1774);
  assert.equal(pyramid.levels[2].samples[75 * 256 + 129], 1194);
});

test('padding takes no part in a mean, and no mean turns into padding', () => {
  const from = level(4, 2, (i) => [0, 100, 1, 0, 0, 300, 1, 0][i]);
  const to = emptyHalf(from);
  halveBand(from, to, 0, 1, [0, 0]);
  assert.deepEqual([...to.samples], [200, 1]);
  halveBand(level(2, 2, (i) => [40, 60, 40, 60][i]), to, 0, 1, [50, 50]);
  assert.equal(to.samples[0], 51);
});

test('the level drawn from never skips a stored pixel', () => {
  const pyramid = { levels: [1, 2, 3, 4].map(() => level(1, 1, () => 0)), padding: null };
  assert.deepEqual([2, 1, 0.51, 0.5, 0.3, 0.25, 0.01].map((s) => levelFor(pyramid, s)), [0, 0, 0, 1, 1, 2, 3]);
});

test('one to one, the processor draws each sample as its look-up says', () => {
  const picture = level(5, 4, (i) => i * 100);
  const colours = Uint32Array.from({ length: 65536 }, (_, i) => i);
  const out = new Uint32Array(7 * 4);
  draw(out, 7, picture, taps(7, 1, 1, 5), taps(4, 0, 1, 4), colours, null);
  assert.deepEqual([...out.subarray(0, 7)], [0xff000000, 0, 100, 200, 300, 400, 0xff000000]);
  draw(out, 7, picture, taps(7, 6, -1, 5), taps(4, 4, -1, 4), colours, null);
  assert.deepEqual([...out.subarray(0, 7)], [0xff000000, 1900, 1800, 1700, 1600, 1500, 0xff000000]);
});

test('between samples it draws their mean, beside padding the nearest sample', () => {
  const picture = level(2, 1, (i) => [1000, 2000][i]);
  const colours = Uint32Array.from({ length: 65536 }, (_, i) => i);
  const out = new Uint32Array(4);
  draw(out, 4, picture, taps(4, 0, 2, 2), taps(1, 0, 1, 1), colours, null);
  assert.deepEqual([...out], [1000, 1250, 1750, 2000]);
  draw(out, 4, picture, taps(4, 0, 2, 2), taps(1, 0, 1, 1), colours, [1000, 1000]);
  assert.deepEqual([...out], [1000, 1000, 2000, 2000]);
});

test('the largest sample does not overflow', () => {
  const out = new Uint32Array(1);
  draw(out, 1, level(2, 2, () => 65535), taps(1, -0.5, 1, 2), taps(1, -0.5, 1, 2), Uint32Array.from({ length: 65536 }, (_, i) => i), null);
  assert.equal(out[0], 65535);
});

test('cividis rises in brightness all the way', () => {
  const brightness = Array.from({ length: 101 }, (_, i) => cividis(i / 100)).map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b);
  assert.ok(brightness.every((value, i) => i === 0 || value >= brightness[i - 1]));
  assert.equal(alpha(0.1), 0);
  assert.equal(alpha(1), 1);
});

test('a heat map with another number of cells than it says is refused', () => {
  assert.throws(() => heatMapOf({ rows: 2, columns: 2, cells: Buffer.from([1, 2, 3]).toString('base64') }), /2 x 2 cells and brings 3/);
});

test('a length is measured in the breast: detector spacing over magnification', () => {
  const image = mammogram({ pixelSpacingMm: [0.1, 0.05], magnification: 2 });
  assert.equal(millimetres({ from: { x: 0, y: 0 }, to: { x: 120, y: 80 } }, image), 5);
  assert.equal(millimetres({ from: { x: 0, y: 0 }, to: { x: 3, y: 4 } }, mammogram({ pixelSpacingMm: null })), null);
});
