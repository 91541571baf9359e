import type { PlainError } from '../errors.ts';
import type { SetComparison } from './distributions/set-comparison.ts';
import type { ImageEvaluation } from './image-evaluation.ts';
import type { ImageTraits } from './slices/image-traits.ts';

/** An image that was segmented. */
export interface BenchmarkImage {
  name: string;
  /** How hard it is, by its truth and its pixels. */
  traits: ImageTraits;
}

/** Images with truth. */
export interface BenchmarkSet {
  name: string;
  /** Whether the truth is known because the image was made of it, or was drawn by people. */
  kind: 'synthetic' | 'real';
  /** Where it came from, e.g. the layout that was recognised, or the models it was made with and their hashes. */
  origin: string;
  images: BenchmarkImage[];
}

/** The weights an algorithm ran with. */
export interface BenchmarkWeights {
  name: string;
  architecture: string;
  sha256: string;
}

/** An algorithm with its parameters; one that runs twice with other parameters is listed twice. */
export interface BenchmarkAlgorithm {
  /** Of this entry in this benchmark. */
  id: string;
  /** What people read; ids and names are unique. */
  name: string;
  /** The segmenter, e.g. `cellpose`. */
  method: string;
  /** Every parameter, defaults too. */
  parameters: Readonly<Record<string, number | string | boolean>>;
  /** Null for an algorithm without weights. */
  weights: BenchmarkWeights | null;
}

/** What one algorithm did on one image. */
export interface BenchmarkRun {
  /** `BenchmarkAlgorithm.id`. */
  algorithm: string;
  /** Place in `BenchmarkResults.sets`. */
  set: number;
  /** Place in the `images` of that set. */
  image: number;
  /** Null where it failed. */
  evaluation: ImageEvaluation | null;
  /** Why it failed. */
  error: PlainError | null;
  /** Of the segmentation alone, without loading weights and without evaluation. */
  seconds: number;
  /** What the segmenter decided on the way, e.g. `threshold: 0.0717`. */
  facts: Readonly<Record<string, number | string>>;
}

/** What must be known to make the same figures again. */
export interface BenchmarkProtocol {
  /** Of CytoForge. */
  version: string;
  /** When it began, ISO 8601. */
  started: string;
  /** What computed, e.g. `webgpu (NVIDIA …)` or `wasm`. */
  backend: string;
  /** Seed of the bootstrap. */
  seed: number;
  /** Resamples of the bootstrap. */
  resamples: number;
  /** Nominal coverage of the intervals, e.g. 0.95. */
  confidence: number;
}

/** All that a benchmark found: plain data that survives JSON. Reports, tables and plots are made of it alone. */
export interface BenchmarkResults {
  format: 'cytoforge-benchmark';
  version: 1;
  protocol: BenchmarkProtocol;
  algorithms: BenchmarkAlgorithm[];
  /** One set, or a synthetic one and a real one. */
  sets: BenchmarkSet[];
  /** In any order; one that was cancelled is not there. */
  runs: BenchmarkRun[];
  /** How far apart a synthetic and a real set are; null when there are not both. */
  comparison: SetComparison | null;
}
