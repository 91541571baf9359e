import type { BundleReference } from '../dataset/dataset-manifest.ts';
import type { LayoutName } from '../dataset/layouts/layout-name.ts';
import { OPEN_GATES, type QualityGates } from '../dataset/quality-gates.ts';
import type { FeatureSummary } from '../dataset/report/feature-summary.ts';
import type { DatasetPlan, DrawRange, OpticsRanges } from '../pipeline/plan/dataset-plan.ts';
import type { SampleRecipe, SizeRecipe } from '../pipeline/recipe.ts';
import { parseSeedRanges } from '../pipeline/seed-ranges.ts';

/** The settings of the Data set workspace, as a person left them. */
export interface PlanDraft {
  seeds: string;
  fileName: string;
  /** Kept samples that come into the set as they are. */
  favourites: boolean;
  edited: boolean;
  psi: { mode: 'view' | 'range'; range: DrawRange };
  style: {
    mode: 'view' | 'cluster' | 'weights' | 'instance';
    cluster: number;
    /** By cluster; missing ones count as 1. */
    weights: number[];
  };
  spots: 'view' | 'none';
  optics: { mode: 'view' | 'none' | 'ranges'; ranges: OpticsRanges };
  /** Null: as in the view. */
  size: { width: number; height: number } | null;
  gates: QualityGates;
  layouts: LayoutName[];
  report: boolean;
  drawSeed: number;
}

/** A fresh plan: a hundred seeds as the view shows them, with annotations and a report. */
export const FRESH_DRAFT: PlanDraft = {
  seeds: '1-100',
  fileName: 'cytoforge-dataset.zip',
  favourites: false,
  edited: true,
  psi: { mode: 'view', range: { from: 0.5, to: 1 } },
  style: { mode: 'view', cluster: 0, weights: [] },
  spots: 'view',
  optics: {
    mode: 'view',
    ranges: {
      psfSigma: { from: 0.5, to: 1.5 },
      photonsAtWhite: { from: 200, to: 1000 },
      readNoise: { from: 1, to: 4 },
      offset: { from: 0, to: 10 },
    },
  },
  size: null,
  gates: OPEN_GATES,
  layouts: ['coco'],
  report: true,
  drawSeed: 0,
};

/** What a plan is made from besides the draft. */
export interface PlanParts {
  /** The view's settings, for every seed. */
  template: SampleRecipe;
  /** The sample in view; it is in the set as it is when a person edited it. */
  inView: SampleRecipe;
  kept: readonly { recipe: SampleRecipe; favourite: boolean }[];
  /** Style clusters that the image model has. */
  styles: number;
  bundles: BundleReference[];
  language: 'en' | 'zh-CN';
  real: FeatureSummary | null;
}

function styleOf({ style: rule }: PlanDraft, { style }: SampleRecipe): SampleRecipe['style'] {
  if (rule.mode === 'cluster') return { ...style, mode: 'cluster', cluster: rule.cluster };
  return rule.mode === 'instance' ? { ...style, mode: 'sampled' } : style;
}

/** The weight of every cluster there is; null where none is above 0. */
export function weightsOf(weights: readonly number[], styles: number): number[] | null {
  const all = Array.from({ length: styles }, (_, cluster) => weights[cluster] ?? 1);
  return all.some((weight) => weight > 0) ? all : null;
}

function sizeOf({ size }: PlanDraft, template: SampleRecipe): SizeRecipe {
  return { ...template.size, ...size };
}

/** Whether a person worked on this very sample. */
const isWorkedOn = ({ edits, style }: SampleRecipe): boolean =>
  edits !== null || Object.keys(style.byInstance).length > 0;

/** The samples that are in the set as they are; the first of a seed counts. */
function chosenSamples(draft: PlanDraft, { inView, kept }: PlanParts): SampleRecipe[] {
  const wanted = kept
    .filter(
      ({ favourite, recipe }) =>
        (draft.favourites && favourite) || (draft.edited && recipe.edits !== null),
    )
    .map(({ recipe }) => recipe);
  return draft.edited && isWorkedOn(inView)
    ? [inView, ...wanted.filter(({ seed, edits }) => seed !== inView.seed || edits === null)]
    : wanted;
}

function seedsIn(text: string): Set<number> {
  try {
    return new Set(parseSeedRanges(text));
  } catch {
    return new Set();
  }
}

/**
 * The plan that a draft means. A chosen sample takes the place of its seed where the plan has that seed, else it comes
 * after the seeds.
 */
export function planOfDraft(draft: PlanDraft, parts: PlanParts): DatasetPlan {
  const { template } = parts;
  const seeds = seedsIn(draft.seeds);
  const inPlace = new Map<number, SampleRecipe>();
  const chosen: SampleRecipe[] = [];
  for (const recipe of chosenSamples(draft, parts)) {
    const isFree = seeds.has(recipe.seed) && !inPlace.has(recipe.seed);
    if (isFree) inPlace.set(recipe.seed, recipe);
    else chosen.push(recipe);
  }
  const { psi, style, optics } = draft;
  return {
    version: 1,
    fileName: draft.fileName,
    seeds: draft.seeds,
    template: {
      ...template,
      size: sizeOf(draft, template),
      style: styleOf(draft, template),
      spots: draft.spots === 'none' ? null : template.spots,
      optics: optics.mode === 'none' ? null : template.optics,
    },
    inPlace: [...inPlace.values()],
    chosen,
    psi: psi.mode === 'range' ? psi.range : null,
    styleWeights: style.mode === 'weights' ? weightsOf(style.weights, parts.styles) : null,
    optics: optics.mode === 'ranges' ? optics.ranges : null,
    drawSeed: draft.drawSeed,
    gates: draft.gates,
    layouts: draft.layouts,
    report: draft.report ? { language: parts.language, real: parts.real } : null,
    bundles: parts.bundles,
  };
}
