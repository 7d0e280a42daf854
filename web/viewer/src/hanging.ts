import type { CaseDescription, ImageDescription } from './case.ts';
import { type Elsewhere, withElsewhere } from './elsewhere.ts';
import type { Anchor } from './geometry.ts';

/** One place on a stage: an image, or the view that the study lacks. */
export interface Slot {
  caption: string;
  image: ImageDescription | null;
  anchor: Anchor;
  flipX: boolean;
  flipY: boolean;
  /** The view or the laterality is not known: shown as stored, with a warning. */
  unknown: boolean;
  prior: boolean;
  studyDate: string | null;
  /** Of an empty place: where the view lies instead. */
  elsewhere?: Elsewhere;
}

export type StageKind = 'standard' | 'implant' | 'additional' | 'unknown' | 'prior';

export interface Stage {
  kind: StageKind;
  slots: Slot[];
}

const STANDARD = ['RCC', 'LCC', 'RMLO', 'LMLO'] as const;
const PER_STAGE = 4;

/**
 * RCC|LCC over RMLO|LMLO back to back; implant-displaced views, additional views and repeats, and views that nobody
 * named on further stages; the standard views over those of the latest prior last.
 */
export function hang(study: CaseDescription): Stage[] {
  const date = study.studyDate ?? null;
  const rest = [...study.images].sort(byAcquisition);
  const standard = takeStandard(rest, false);
  const implant = takeStandard(rest, true);
  const known = rest.filter(isKnown).sort(byView);
  const unknown = rest.filter((i) => !isKnown(i));
  const stages: Stage[] = [{ kind: 'standard', slots: slotsOf(standard, date, false) }];
  if (implant.some(Boolean)) stages.push({ kind: 'implant', slots: slotsOf(implant, date, false, ' ID') });
  stages.push(...paged('additional', paired(known), date), ...paged('unknown', unknown, date));
  const prior = newestPrior(study);
  if (prior) stages.push(comparison(standard, prior, date));
  return withElsewhere(stages.filter((stage, i) => i > 0 || stage.slots.some((s) => s.image) || stages.length === 1));
}

function newestPrior(study: CaseDescription): CaseDescription | null {
  const priors = (study.priors ?? []).filter((p) => p.images?.length > 0);
  return priors.sort((a, b) => (b.studyDate ?? '').localeCompare(a.studyDate ?? ''))[0] ?? null;
}

function comparison(standard: (ImageDescription | null)[], prior: CaseDescription, date: string | null): Stage {
  const before = takeStandard([...prior.images].sort(byAcquisition), false);
  return { kind: 'prior', slots: [...slotsOf(standard, date, false), ...slotsOf(before, prior.studyDate ?? null, true)] };
}

/** The newest image of each standard view, taken out of `rest`; spot and magnified views never stand in for a full one. */
function takeStandard(rest: ImageDescription[], implantDisplaced: boolean): (ImageDescription | null)[] {
  return STANDARD.map((name) => {
    for (let i = rest.length - 1; i >= 0; i--) {
      const image = rest[i];
      const same = `${image.laterality}${image.view}` === name && !!image.implantDisplaced === implantDisplaced;
      if (same && !isSpecial(image)) return rest.splice(i, 1)[0];
    }
    return null;
  });
}

const IMPLANT_DISPLACED = ['399209000', 'implant displaced', 'r-102d5'];

function isSpecial(image: ImageDescription): boolean {
  return (image.viewModifiers ?? []).some((m) => !IMPLANT_DISPLACED.includes(m.trim().toLowerCase()) && m.trim() !== '');
}

function isKnown(image: ImageDescription): boolean {
  return (image.laterality === 'R' || image.laterality === 'L') && !!image.view;
}

function byAcquisition(a: ImageDescription, b: ImageDescription): number {
  const time = (a.acquisitionDateTime ?? '').localeCompare(b.acquisitionDateTime ?? '');
  return time !== 0 ? time : (a.instanceNumber ?? 0) - (b.instanceNumber ?? 0);
}

function byView(a: ImageDescription, b: ImageDescription): number {
  return (a.view ?? '').localeCompare(b.view ?? '');
}

/** Right and left of one view side by side; a view of one side only keeps its side with an empty place beside it. */
function paired(images: ImageDescription[]): (ImageDescription | null)[] {
  const rest = [...images];
  const places: (ImageDescription | null)[] = [];
  while (rest.length > 0) {
    const first = rest.shift()!;
    const other = rest.findIndex((i) => i.view === first.view && i.laterality !== first.laterality);
    const partner = other < 0 ? null : rest.splice(other, 1)[0];
    places.push(...(first.laterality === 'R' ? [first, partner] : [partner, first]));
  }
  return places;
}

function paged(kind: StageKind, places: (ImageDescription | null)[], date: string | null): Stage[] {
  const stages: Stage[] = [];
  for (let i = 0; i < places.length; i += PER_STAGE) {
    const page = places.slice(i, i + PER_STAGE);
    stages.push({ kind, slots: page.map((image, k) => slotOf(image, '', k % 2 === 0 ? 'right' : 'left', date, false)) });
  }
  return stages;
}

function slotsOf(images: (ImageDescription | null)[], date: string | null, prior: boolean, suffix = ''): Slot[] {
  return images.map((image, i) => slotOf(image, STANDARD[i] + suffix, i % 2 === 0 ? 'right' : 'left', date, prior));
}

function slotOf(image: ImageDescription | null, caption: string, place: Anchor, studyDate: string | null, prior: boolean): Slot {
  const unknown = !!image && !isKnown(image);
  const anchor = !image ? place : unknown ? 'centre' : image.laterality === 'R' ? 'right' : 'left';
  const turned = image && !unknown ? turn(image) : { flipX: false, flipY: false };
  return { caption, image, anchor, unknown, prior, studyDate, ...turned };
}

/**
 * How to turn an image so that the chest wall comes to the middle, by Patient Orientation. Rows of a right breast run
 * to posterior (P), of a left breast to anterior (A); columns of a CC run to medial, of an oblique or lateral view to
 * the feet. What the header does not say stays as stored.
 */
export function turn(image: ImageDescription): { flipX: boolean; flipY: boolean } {
  const [row, column] = image.patientOrientation ?? [];
  const right = image.laterality === 'R';
  const flipX = startsWith(row, right ? 'A' : 'P');
  const craniocaudal = /^(CC|XCC)/.test(image.view ?? '');
  const flipY = craniocaudal ? startsWith(column, right ? 'R' : 'L') : startsWith(column, 'H');
  return { flipX, flipY };
}

function startsWith(direction: string | undefined, letter: string): boolean {
  return !!direction && direction[0] === letter;
}
