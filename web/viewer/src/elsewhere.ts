import { viewName } from './case.ts';
import type { Slot, Stage, StageKind } from './hanging.ts';

/** Where in the study a view lies that its standard place lacks: displaced by an implant, a spot view, a repeat. */
export interface Elsewhere {
  stage: number;
  /** The place on that stage. */
  slot: number;
  kind: StageKind;
  /** What lies there, with its modifiers. */
  name: string;
}

/** For each empty standard place the first further place of this study with the same side and view; a prior's picture never stands in. */
export function withElsewhere(stages: Stage[]): Stage[] {
  return stages.map((stage) => (isStandard(stage) ? { ...stage, slots: stage.slots.map((slot) => led(slot, stages)) } : stage));
}

function isStandard({ kind }: Stage): boolean {
  return kind === 'standard' || kind === 'prior';
}

function led(slot: Slot, stages: Stage[]): Slot {
  if (slot.image || slot.prior) return slot;
  for (const [stage, further] of stages.entries()) {
    const at = isStandard(further) ? -1 : further.slots.findIndex(({ image }) => image && `${image.laterality}${image.view}` === slot.caption);
    if (at >= 0) return { ...slot, elsewhere: { stage, slot: at, kind: further.kind, name: named(further.slots[at]) } };
  }
  return slot;
}

function named({ image }: Slot): string {
  const modifiers = image!.name || image!.implantDisplaced ? '' : (image!.viewModifiers ?? []).join(', ');
  return modifiers ? `${viewName(image!)} (${modifiers})` : viewName(image!);
}
