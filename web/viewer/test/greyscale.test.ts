import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adjusted, applied, asWindow, automaticWindow, displayLut, headerPresets, lutVoi, paddingRange, type Voi, type WindowFunction } from '../src/greyscale.ts';
import { base64, mammogram } from './fixtures.ts';

const window = (center: number, width: number, fn: WindowFunction = 'LINEAR'): Voi => ({ kind: 'window', center, width, function: fn });

test('LINEAR follows PS3.3 C.11.2.1.2.1: the example of center 2048, width 4096', () => {
  const lut = displayLut(mammogram(), window(2048, 4096), false);
  assert.equal(lut[0], 0);
  assert.equal(lut[4095], 255);
  assert.equal(lut[2048], Math.round(255 * ((2048 - 2047.5) / 4095 + 0.5)));
});

test('LINEAR with width 1 is a threshold at center - 0.5', () => {
  assert.equal(applied(99, window(100, 1)), 0);
  assert.equal(applied(100, window(100, 1)), 1);
});

test('LINEAR_EXACT has no half-pixel shift', () => {
  assert.equal(applied(100, window(100, 50, 'LINEAR_EXACT')), 0.5);
  assert.equal(applied(75, window(100, 50, 'LINEAR_EXACT')), 0);
  assert.equal(applied(125, window(100, 50, 'LINEAR_EXACT')), 1);
});

test('SIGMOID never clips and is half at its center', () => {
  const voi = window(2000, 1000, 'SIGMOID');
  assert.equal(applied(2000, voi), 0.5);
  assert.ok(applied(0, voi) > 0 && applied(4095, voi) < 1);
  assert.ok(Math.abs(applied(2500, voi) - 1 / (1 + Math.exp(-2))) < 1e-12);
});

test('MONOCHROME1 is inverted after the window, not before', () => {
  const one = displayLut(mammogram({ photometricInterpretation: 'MONOCHROME1' }), window(1000, 500), false);
  assert.equal(one[0], 255);
  assert.equal(one[1000], 255 - Math.round(255 * (0.5 / 499 + 0.5)));
  assert.equal(one[4095], 0);
});

test('the presentation shape INVERSE inverts, and once only with MONOCHROME1', () => {
  assert.equal(displayLut(mammogram({ presentationLutShape: 'INVERSE' }), window(1000, 500), false)[0], 255);
  assert.equal(displayLut(mammogram({ photometricInterpretation: 'MONOCHROME1', presentationLutShape: 'INVERSE' }), window(1000, 500), false)[0], 255);
});

test('where shape and photometric interpretation contradict, the shape counts, as on the server', () => {
  assert.equal(displayLut(mammogram({ photometricInterpretation: 'MONOCHROME1', presentationLutShape: 'IDENTITY' }), window(1000, 500), false)[0], 0);
});

test('padding is black on any image, inverted or not', () => {
  for (const photometricInterpretation of ['MONOCHROME1', 'MONOCHROME2']) {
    for (const invert of [true, false]) {
      const lut = displayLut(mammogram({ photometricInterpretation, pixelPadding: { value: 4090, limit: 4095 } }), window(2048, 3000), invert);
      assert.deepEqual([...lut.subarray(4090, 4096)], [0, 0, 0, 0, 0, 0]);
    }
  }
});

test('padding counts in either direction and for signed samples', () => {
  assert.deepEqual(paddingRange(mammogram({ pixelPadding: { value: 10, limit: 5 } })), [5, 10]);
  assert.deepEqual(paddingRange(mammogram({ signed: true, pixelPadding: { value: -32768 } })), [0, 0]);
  assert.deepEqual(paddingRange(mammogram({ signed: true, pixelPadding: { value: 32768 } })), [0, 0]);
  assert.equal(paddingRange(mammogram()), null);
});

test('signed samples are looked up with their bias', () => {
  const lut = displayLut(mammogram({ signed: true }), window(0.5, 201), false);
  assert.equal(lut[32768], 128);
  assert.equal(lut[32768 - 200], 0);
  assert.equal(lut[32768 + 200], 255);
});

test('the modality rescale comes before the window', () => {
  const lut = displayLut(mammogram({ rescale: { slope: 2, intercept: -100 } }), window(100.5, 101), false);
  assert.equal(lut[100], 128);
});

test('a VOI LUT is read little-endian, clamped at both ends and scaled by its bits', () => {
  const voi = lutVoi({ firstValueMapped: 100, bitsPerEntry: 10, data: base64(Uint16Array.of(0, 512, 1023)) });
  const lut = displayLut(mammogram(), voi, false);
  assert.deepEqual([lut[0], lut[100], lut[101], lut[102], lut[4095]], [0, 0, 128, 255, 255]);
});

test('a header offers its LUTs and windows under their explanations', () => {
  const image = mammogram({
    voiLut: { firstValueMapped: 0, bitsPerEntry: 8, explanation: 'VENDOR', data: base64(Uint16Array.of(0, 255)) },
    windows: [{ center: 1, width: 2, explanation: 'NORMAL' }, { center: 5, width: 0 }],
  });
  assert.deepEqual(headerPresets(image).map((p) => p.label), ['VENDOR', 'NORMAL']);
});

test('an image without a window gets one over its own values, padding left out', () => {
  const samples = new Uint16Array(70000).fill(60000);
  for (let i = 0; i < 35000; i++) samples[i] = 1000 + (i % 1000);
  const voi = automaticWindow(samples, mammogram({ pixelPadding: { value: 60000 } }));
  assert.ok(voi.center > 1400 && voi.center < 1600 && voi.width < 1100);
});

test('dragging on a LUT starts from the window that is most like it', () => {
  const entries = Uint16Array.from({ length: 4096 }, (_, i) => Math.min(4095, Math.max(0, (i - 1000) * 4)));
  const start = asWindow(lutVoi({ firstValueMapped: 0, bitsPerEntry: 12, data: base64(entries) }));
  assert.ok(Math.abs(start.center - 1512) < 8 && Math.abs(start.width - 983) < 12);
  assert.equal(adjusted(start, 0.1, 0).center, start.center - 0.1 * start.width);
});
