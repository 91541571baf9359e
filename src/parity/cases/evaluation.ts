import type { ParityEntry } from '../registry.ts';
import { CELLPOSE_METRICS_CASE } from './evaluation/cellpose-metrics.ts';
import { FEATURE_DISTANCES_CASE } from './evaluation/feature-distances.ts';
import { STARDIST_MATCHING_CASE } from './evaluation/stardist-matching.ts';

/** What measures segmentations and sets. */
export const EVALUATION_CASES: ParityEntry[] = [
  CELLPOSE_METRICS_CASE,
  STARDIST_MATCHING_CASE,
  FEATURE_DISTANCES_CASE,
];
