import * as v from 'valibot';
import { LAYOUTS } from '../dataset/layouts/layout-name.ts';
import { FRESH_DRAFT, type PlanDraft } from './plan-draft.ts';

const KEY = 'cytoforge.dataset-plan';

const range = v.object({ from: v.number(), to: v.number() });
const gate = v.object({ from: v.nullable(v.number()), to: v.nullable(v.number()) });
const draftSchema = v.object({
  seeds: v.string(),
  fileName: v.string(),
  favourites: v.boolean(),
  edited: v.boolean(),
  psi: v.object({ mode: v.picklist(['view', 'range']), range }),
  style: v.object({
    mode: v.picklist(['view', 'cluster', 'weights', 'instance']),
    cluster: v.number(),
    weights: v.array(v.number()),
  }),
  spots: v.picklist(['view', 'none']),
  optics: v.object({
    mode: v.picklist(['view', 'none', 'ranges']),
    ranges: v.object({ psfSigma: range, photonsAtWhite: range, readNoise: range, offset: range }),
  }),
  size: v.nullable(v.object({ width: v.number(), height: v.number() })),
  gates: v.object({
    cells: gate,
    noBorder: v.boolean(),
    coverage: gate,
    intensity: gate,
    tries: v.number(),
  }),
  layouts: v.array(v.picklist(LAYOUTS)),
  report: v.boolean(),
  drawSeed: v.number(),
});

/** The draft that this browser keeps, or a fresh one. */
export function readDraft(): PlanDraft {
  try {
    return v.parse(draftSchema, JSON.parse(globalThis.localStorage?.getItem(KEY) ?? 'null'));
  } catch {
    return FRESH_DRAFT;
  }
}

/** Keeps the draft across reloads, where the browser lets it. */
export function writeDraft(draft: PlanDraft): void {
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(draft));
  } catch {
    // A full or shut storage loses no more than the settings of the next visit.
  }
}
