import type { SegmenterChoice } from '../../segmentation/segmentation-session.ts';
import type { BenchmarkEntry } from './benchmark-state.ts';

/** An entry as the worker takes it. */
export function choiceOf(entry: BenchmarkEntry, weights: string | null): SegmenterChoice {
  const { method, values, pipeline } = entry;
  return { method, weights, values, ...(pipeline ? { pipeline: pipeline.text } : {}) };
}
