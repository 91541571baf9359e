import type { EvaluationCounts } from './evaluation-counts.ts';
import { matchScores } from './matching/match-scores.ts';

/** A point of the curve of AP over IoU thresholds. */
export interface CurvePoint {
  threshold: number;
  /** TP / (TP + FP + FN); null without objects. */
  averagePrecision: number | null;
}

/** AP at every threshold of the counts. */
export function averagePrecisionCurve({ matches }: EvaluationCounts): CurvePoint[] {
  return matches.map((counts) => ({
    threshold: counts.threshold,
    averagePrecision: matchScores(counts).averagePrecision,
  }));
}
