/**
 * The plan of a data set: everything that decides what is in it, as a value. The workspace makes it, the journal and
 * the manifest carry it, the page and the command line run it; the same plan gives the same set.
 */

import type { BundleReference } from '../../dataset/dataset-manifest.ts';
import type { LayoutName } from '../../dataset/layouts/layout-name.ts';
import type { QualityGates } from '../../dataset/quality-gates.ts';
import type { FeatureSummary } from '../../dataset/report/feature-summary.ts';
import type { ReportLanguage } from '../../dataset/report/words.ts';
import type { SampleRecipe } from '../recipe.ts';

/** Numbers are drawn evenly between the two. */
export interface DrawRange {
  from: number;
  to: number;
}

/** Optics that differ from sample to sample. */
export interface OpticsRanges {
  psfSigma: DrawRange;
  photonsAtWhite: DrawRange;
  readNoise: DrawRange;
  offset: DrawRange;
}

/** What becomes of a report. */
export interface PlannedReport {
  language: ReportLanguage;
  /** A real set to compare with; null for none. */
  real: FeatureSummary | null;
}

/** What a data set is to be. */
export interface DatasetPlan {
  version: 1;
  fileName: string;
  /** Seed ranges as typed; empty for the chosen samples alone. */
  seeds: string;
  /** What `recipeForSeed` makes the recipe of each seed from. */
  template: SampleRecipe;
  /** Samples that a person chose or edited: each as it is, in the place of its seed. */
  inPlace: SampleRecipe[];
  /** Chosen samples that come after the seeds, each as it is. */
  chosen: SampleRecipe[];
  /** Truncation drawn per sample; null: the template's. */
  psi: DrawRange | null;
  /** How often each style cluster is drawn, one cluster a sample; null: the template's rule. */
  styleWeights: number[] | null;
  /** Null: the template's optics. */
  optics: OpticsRanges | null;
  /** Of what is drawn per sample: truncation, style, optics. */
  drawSeed: number;
  /** Null: every sample comes into the set. */
  gates: QualityGates | null;
  /** Besides the set's own layout. */
  layouts: LayoutName[];
  /** Null: none. */
  report: PlannedReport | null;
  /** The models in use. */
  bundles: BundleReference[];
}

/** A plan that makes the template of every seed and nothing else, as exports before plans did. */
export function plainPlan(
  seeds: string,
  template: SampleRecipe,
  bundles: BundleReference[],
): DatasetPlan {
  return {
    version: 1,
    fileName: 'cytoforge-dataset.zip',
    seeds,
    template,
    inPlace: [],
    chosen: [],
    psi: null,
    styleWeights: null,
    optics: null,
    drawSeed: 0,
    gates: null,
    layouts: ['coco'],
    report: null,
    bundles,
  };
}
