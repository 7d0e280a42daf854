import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseDescription, ImageDescription } from '../src/case.ts';
import { hang, turn } from '../src/hanging.ts';
import { mammogram } from './fixtures.ts';

let count = 0;
const view = (name: string, more: Partial<ImageDescription> = {}) => mammogram({ laterality: name[0] as 'R', view: name.slice(1), sopInstanceUid: `${name}.${++count}`, ...more });
const study = (...images: ImageDescription[]): CaseDescription => ({ studyInstanceUid: '1', images });
const shown = (s: CaseDescription, stage = 0) => hang(s)[stage].slots.map((slot) => (slot.image ? slot.image.sopInstanceUid.split('.')[0] : `(${slot.caption})`));

test('four views hang RCC|LCC over RMLO|LMLO, whatever order they came in', () => {
  const s = study(view('LMLO'), view('RCC'), view('RMLO'), view('LCC'));
  assert.deepEqual(shown(s), ['RCC', 'LCC', 'RMLO', 'LMLO']);
  assert.deepEqual(hang(s)[0].slots.map((slot) => slot.anchor), ['right', 'left', 'right', 'left']);
  assert.equal(hang(s).length, 1);
});

test('a missing view leaves its place empty and named', () => {
  assert.deepEqual(shown(study(view('RCC'), view('LCC'), view('LMLO'))), ['RCC', 'LCC', '(RMLO)', 'LMLO']);
});

test('ML never stands in for MLO', () => {
  const s = study(view('RCC'), view('RML'));
  assert.deepEqual(shown(s), ['RCC', '(LCC)', '(RMLO)', '(LMLO)']);
  assert.deepEqual(shown(s, 1), ['RML', '()']);
});

test('of a repeated view the newest hangs first, the older one on a further stage', () => {
  const s = study(view('RCC', { sopInstanceUid: 'new', acquisitionDateTime: '20260102101500' }), view('RCC', { sopInstanceUid: 'old', acquisitionDateTime: '20260102101000' }));
  assert.equal(hang(s)[0].slots[0].image?.sopInstanceUid, 'new');
  assert.equal(hang(s)[1].kind, 'additional');
  assert.equal(hang(s)[1].slots[0].image?.sopInstanceUid, 'old');
});

test('spot and magnified views never take the place of a full view', () => {
  const s = study(view('RCC'), view('LCC', { viewModifiers: ['399163009'] }));
  assert.deepEqual(shown(s), ['RCC', '(LCC)', '(RMLO)', '(LMLO)']);
  assert.deepEqual(shown(s, 1), ['()', 'LCC']);
});

test('an empty standard place knows where the view lies instead', () => {
  const displaced = view('LMLO', { implantDisplaced: true, viewModifiers: ['399209000'] });
  const stages = hang(study(view('RCC'), view('LCC'), view('RML'), displaced));
  assert.deepEqual(stages[0].slots.map((slot) => slot.elsewhere ?? null), [null, null, null, { stage: 1, slot: 3, kind: 'implant', name: 'LMLO ID' }]);
  const spot = hang(study(view('RCC'), view('RML'), view('LCC', { viewModifiers: ['spot'] })));
  const { stage, slot, kind, name } = spot[0].slots[1].elsewhere!;
  assert.equal(spot[stage].slots[slot].image?.viewModifiers?.[0], 'spot');
  assert.deepEqual([kind, name], ['additional', 'LCC (spot)']);
});

test('over a prior too an empty place leads to the current view, never to the prior one', () => {
  const current = study(view('RCC'), view('LMLO', { implantDisplaced: true }));
  const prior = hang({ ...current, priors: [{ ...study(view('RCC')), studyDate: '20200101' }] }).at(-1)!;
  assert.deepEqual(prior.slots.map((slot) => slot.elsewhere?.stage ?? -1), [-1, -1, -1, 1, -1, -1, -1, -1]);
});

test('implant-displaced views have a stage of their own', () => {
  const names = ['RCC', 'LCC', 'RMLO', 'LMLO'];
  const s = study(...names.map((n) => view(n)), ...names.map((n) => view(n, { implantDisplaced: true, viewModifiers: ['399209000'] })));
  assert.deepEqual(hang(s).map((stage) => stage.kind), ['standard', 'implant']);
  assert.ok(hang(s)[1].slots.every((slot) => slot.image?.implantDisplaced));
});

test('a view or a side that nobody named gets a tile of its own with a warning', () => {
  const s = study(view('RCC'), mammogram({ laterality: '', view: 'CC' }), mammogram({ laterality: 'R', view: '' }));
  const stage = hang(s).find((st) => st.kind === 'unknown')!;
  assert.equal(stage.slots.length, 2);
  assert.ok(stage.slots.every((slot) => slot.unknown && slot.anchor === 'centre'));
});

test('no image is lost, however odd the study', () => {
  const images = ['RCC', 'RCC', 'RMLO', 'LML', 'LXCCL', 'RFB', 'LCC'].map((n) => view(n));
  images.push(mammogram({ laterality: 'B', view: 'CC' }), mammogram({ laterality: '', view: '' }), view('LCC', { viewModifiers: ['spot'] }));
  const hung = new Set(hang(study(...images)).flatMap((stage) => stage.slots.flatMap((slot) => slot.image ?? [])));
  assert.equal(hung.size, images.length);
});

test('right and left of a further view stay beside each other', () => {
  assert.deepEqual(shown(study(view('LXCCL'), view('RML'), view('LML'), view('RXCCL')), 0), ['RML', 'LML', 'RXCCL', 'LXCCL']);
});

test('the newest prior hangs below the current views', () => {
  const s: CaseDescription = { ...study(view('RCC')), priors: [{ ...study(view('RCC')), studyDate: '20200101' }, { ...study(view('RCC', { sopInstanceUid: 'p22' })), studyDate: '20220101' }] };
  const stage = hang(s).at(-1)!;
  assert.equal(stage.kind, 'prior');
  assert.equal(stage.slots[4].image?.sopInstanceUid, 'p22');
  assert.ok(stage.slots[4].prior && !stage.slots[0].prior);
});

test('an image stored the other way round is turned so that its chest wall comes to the middle', () => {
  assert.deepEqual(turn(view('RCC', { patientOrientation: ['P', 'L'] })), { flipX: false, flipY: false });
  assert.deepEqual(turn(view('LCC', { patientOrientation: ['A', 'R'] })), { flipX: false, flipY: false });
  assert.deepEqual(turn(view('RMLO', { patientOrientation: ['A', 'FL'] })), { flipX: true, flipY: false });
  assert.deepEqual(turn(view('LMLO', { patientOrientation: ['P', 'HR'] })), { flipX: true, flipY: true });
  assert.deepEqual(turn(view('RCC', { patientOrientation: ['A', 'R'] })), { flipX: true, flipY: true });
  assert.deepEqual(turn(view('RCC', { patientOrientation: null })), { flipX: false, flipY: false });
});
