import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { PlainError } from '../errors.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';

/** One export. */
export interface ExportPlan {
  /** Seed ranges as typed. */
  seeds: string;
  /** What `recipeForSeed` makes the recipe of each seed from. */
  template: SampleRecipe;
  /** The recipe of the seed in the large view, with the styles picked for its single instances. */
  inView: SampleRecipe;
  /** Manifests of the models in use, for `dataset.json`. */
  manifests: ModelManifest[];
  fileName: string;
  /** Write to a file the person picks instead of a download. */
  toPickedFile: boolean;
}

/** How far an export is. */
export interface ExportProgress {
  id: string;
  status: 'running' | 'finishing' | 'done' | 'cancelled' | 'failed' | 'interrupted';
  fileName: string;
  done: number;
  total: number;
  bytes: number;
  secondsLeft: number | null;
  error: PlainError | null;
}

/** Makes data sets in the background, one at a time. */
export interface ExportClient {
  /** True where the browser can write to a picked file. */
  readonly canPickFile: boolean;
  /** Runs an export to its end; must be called from a click when `toPickedFile` is set. */
  start(plan: ExportPlan, onProgress: (progress: ExportProgress) => void): Promise<void>;
  /** Stops the running one; what was written is delivered as a valid ZIP. */
  cancel(): void;
  /** An export that a closed tab left behind. */
  findInterrupted(): Promise<{ progress: ExportProgress; plan: ExportPlan } | null>;
  /** Goes on with the interrupted export. */
  resume(onProgress: (progress: ExportProgress) => void): Promise<void>;
  /** Delivers what the interrupted export had finished. */
  saveInterrupted(onProgress: (progress: ExportProgress) => void): Promise<void>;
  /** Forgets the finished or interrupted export and frees its space. */
  dismiss(): Promise<void>;
}
