import type { SegmenterValues } from '../../segmentation/segmenter.ts';
import type { SegmenterMethod } from '../../segmentation/segmenter-method.ts';
import type { ImageOutcome, SetName } from '../../services/benchmark/result-shelf.ts';
import type { BenchmarkSetInfo } from '../../services/benchmark-service.ts';
import type { ErrorView } from '../studio-state.ts';

/** What the page shows of an image and of what came of it. */
export type { ImageOutcome } from '../../services/benchmark/result-shelf.ts';
export type { InspectedImage } from '../../services/benchmark-service.ts';

/** A set that algorithms are run on. */
export interface BenchmarkSet extends SetName {
  status: 'opening' | 'ready' | 'failed';
  info: BenchmarkSetInfo | null;
  /** Size of a pixel's side in micrometres, as far as a person said; null when nobody did. */
  micronsPerPixel: number | null;
  error: ErrorView | null;
}

/** One row of the comparison: an algorithm with its weights and parameters. */
export interface BenchmarkEntry {
  id: string;
  on: boolean;
  method: SegmenterMethod;
  /** SHA-256 of a model; null takes the first that fits. */
  weights: string | null;
  /** Where they differ from the defaults. */
  values: SegmenterValues;
  /** The content of a `.cppipe` file under its name, which CellProfiler runs instead of its own parameters. */
  pipeline?: { name: string; text: string };
}

/** What came of one image: an outcome, or why there is none. */
export type SampleResult =
  | { outcome: ImageOutcome; error: null }
  | { outcome: null; error: ErrorView };

/** Results by `resultKey`, by position of the sample; null where there is none yet. */
export type BenchmarkResults = ReadonlyMap<string, readonly (SampleResult | null)[]>;

/** What runs, or how it ended. */
export interface BenchmarkRun {
  status: 'running' | 'paused' | 'cancelling' | 'done' | 'cancelled' | 'failed';
  /** Images times algorithms. */
  done: number;
  total: number;
  /** What is under way; null between two images. */
  current: { set: string; sample: number; entry: string; fraction: number } | null;
  secondsLeft: number | null;
  /** Why nothing can run at all. */
  error: ErrorView | null;
}

/** Where the results of an algorithm on a set are: the same set, weights, parameters and size of a pixel. */
export function resultKey(
  { id, micronsPerPixel }: Pick<BenchmarkSet, 'id' | 'micronsPerPixel'>,
  { method, values, pipeline }: BenchmarkEntry,
  weights: string | null,
): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([id, micronsPerPixel, method, weights, sorted, pipeline?.text]);
}
