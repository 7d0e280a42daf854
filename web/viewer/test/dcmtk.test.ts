import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { ImageDescription } from '../src/case.ts';
import { displayLut, headerPresets } from '../src/greyscale.ts';
import { base64, mammogram } from './fixtures.ts';

const missing = ['dump2dcm', 'dcmj2pnm'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
const skip = missing.length > 0 ? `${missing.join(', ')} not installed (Debian package dcmtk)` : false;
const folder = mkdtempSync(join(tmpdir(), 'viewer-dcmtk-'));
after(() => rmSync(folder, { recursive: true }));

const RAMP = Uint16Array.from({ length: 4096 }, (_, i) => i);

/** The object as DICOM, drawn by dcmtk with what its header says. */
function drawnByDcmtk(name: string, image: ImageDescription, attributes: string[], flags: string[]): Uint8Array {
  const [dump, dicom, raw, pgm] = ['dump', 'dcm', 'raw', 'pgm'].map((ext) => join(folder, `${name}.${ext}`));
  writeFileSync(raw, Buffer.from(RAMP.buffer));
  const lines = [
    '(0002,0010) UI 1.2.840.10008.1.2.1', '(0008,0016) UI 1.2.840.10008.5.1.4.1.1.1.2', '(0008,0018) UI 1.2.3', '(0028,0002) US 1',
    `(0028,0004) CS [${image.photometricInterpretation}]`, '(0028,0010) US 64', '(0028,0011) US 64', '(0028,0100) US 16', '(0028,0101) US 12', '(0028,0102) US 11',
    '(0028,0103) US 0', ...attributes, `(7fe0,0010) OW =${raw}`,
  ];
  writeFileSync(dump, `${lines.join('\n')}\n`);
  execFileSync('dump2dcm', ['-q', '+l', '131072', dump, dicom]);
  execFileSync('dcmj2pnm', ['-q', '+op', ...flags, dicom, pgm]);
  return new Uint8Array(readFileSync(pgm)).subarray(-4096);
}

function compare(name: string, image: ImageDescription, attributes: string[], flags: string[], tolerance = 1): void {
  test(`${name} shows what dcmtk shows`, { skip }, () => {
    const theirs = drawnByDcmtk(name.replace(/\W/g, '-'), image, attributes, flags);
    const ours = displayLut(image, headerPresets(image)[0].voi, false);
    const differences = RAMP.map((v) => Math.abs(ours[v] - theirs[v]));
    const worst = Math.max(...differences);
    assert.ok(worst <= tolerance, `largest difference ${worst} at sample ${differences.indexOf(worst)}: ours ${ours[differences.indexOf(worst)]}, dcmtk ${theirs[differences.indexOf(worst)]}`);
  });
}

const WINDOW = (c: number, w: number, fn = 'LINEAR') => [`(0028,1050) DS [${c}]`, `(0028,1051) DS [${w}]`, `(0028,1056) CS [${fn}]`];
const TABLE = Uint16Array.from({ length: 3000 }, (_, i) => Math.round(4095 / (1 + Math.exp(-(i - 1500) / 300))));
const LUT = ['(0028,3010) SQ (Sequence with explicit length)', '(fffe,e000) na (Item with explicit length)', '(0028,3002) US 3000\\500\\12', `(0028,3006) US ${[...TABLE].join('\\')}`, '(fffe,e00d) na', '(fffe,e0dd) na'];
const VOI_LUT = { firstValueMapped: 500, bitsPerEntry: 12, data: base64(TABLE) };

for (const photometricInterpretation of ['MONOCHROME2', 'MONOCHROME1']) {
  compare(`LINEAR 2048 3000 ${photometricInterpretation}`, mammogram({ photometricInterpretation, windows: [{ center: 2048, width: 3000 }] }), WINDOW(2048, 3000), ['+Wi', '1']);
  compare(`LINEAR 700 900 ${photometricInterpretation}`, mammogram({ photometricInterpretation, windows: [{ center: 700, width: 900 }] }), WINDOW(700, 900), ['+Wi', '1']);
  compare(`SIGMOID 1850 2200 ${photometricInterpretation}`, mammogram({ photometricInterpretation, windows: [{ center: 1850, width: 2200, function: 'SIGMOID' }] }), WINDOW(1850, 2200, 'SIGMOID'), ['+Wi', '1', '+Wfs']);
  compare(`VOI LUT ${photometricInterpretation}`, mammogram({ photometricInterpretation, voiLut: VOI_LUT, windows: [] }), LUT, ['+Wl', '1']);
}
