import type { LabelImage } from '../imaging/image.ts';
import { objectErrors, type PredictedVerdict, type TrueVerdict } from './errors/object-errors.ts';
import type { EvaluationCounts } from './evaluation-counts.ts';
import { cellposeJaccard, jaccardPlus, kumarJaccard } from './figures/aggregated-jaccard.ts';
import { boundaryCounts } from './figures/boundary-counts.ts';
import { pixelCounts } from './figures/pixel-counts.ts';
import { segScores } from './figures/tracking-challenge-seg.ts';
import { countMatches, EVALUATION_THRESHOLDS } from './matching/match-counts.ts';
import { assignObjects } from './matching/match-objects.ts';
import { type OverlapPair, overlapTable } from './matching/overlap-table.ts';

/** One object of a label map and its partner in the other map. */
interface JudgedObject {
  /** In its label map. */
  id: number;
  /** Pixels. */
  area: number;
  /**
   * Id of the object of the other map that is assigned to it one-to-one (at an IoU threshold of 0.5, but also below);
   * null without one. From an IoU of 0.5 on the two count as a match in AP and F1.
   */
  partner: number | null;
  /** IoU with the partner, 0 without one. */
  iou: number;
}

/** A true object and what became of it. */
export interface JudgedTruth extends JudgedObject {
  /** As DeepCell counts errors, where a pair is right above an IoU of 0.6. */
  verdict: TrueVerdict;
}

/** A predicted object and what it is. */
export interface JudgedPrediction extends JudgedObject {
  verdict: PredictedVerdict;
  /** The segmenter's own; null when it has none. */
  score: number | null;
}

/**
 * How a prediction compares with the truth of one image: plain data that survives JSON. It holds counts and areas
 * rather than ratios, so that a set can be pooled; `figuresOf(counts)` makes the figures of them.
 */
export interface ImageEvaluation {
  /** Pixels. */
  width: number;
  height: number;
  counts: EvaluationCounts;
  /** By rising id. */
  truth: JudgedTruth[];
  /** By rising id. */
  predicted: JudgedPrediction[];
}

/**
 * Compares a segmentation with the truth. Ids may have gaps; empty maps are allowed.
 * @param scores By place in the rising order of the predicted ids; null when the segmenter has none.
 * @throws CytoForgeError `bad-image` when the maps differ in size.
 */
export function evaluateImage(
  truth: LabelImage,
  predicted: LabelImage,
  scores: ArrayLike<number> | null,
): ImageEvaluation {
  const table = overlapTable(truth, predicted);
  const errors = objectErrors(table);
  const partners = assignObjects(table, 0.5);
  const byTruth = new Map(partners.map((pair) => [pair.truth, pair]));
  const byPrediction = new Map(partners.map((pair) => [pair.predicted, pair]));
  const judged = (
    side: 'truth' | 'predicted',
    at: number,
    pair: OverlapPair | undefined,
  ): JudgedObject => {
    const other = side === 'truth' ? 'predicted' : 'truth';
    return {
      id: table[side].ids[at],
      area: table[side].areas[at],
      partner: pair ? table[other].ids[pair[other]] : null,
      iou: pair?.iou ?? 0,
    };
  };
  return {
    width: truth.width,
    height: truth.height,
    counts: {
      trueObjects: table.truth.ids.length,
      predictedObjects: table.predicted.ids.length,
      countDifference: Math.abs(table.predicted.ids.length - table.truth.ids.length),
      matches: EVALUATION_THRESHOLDS.map((threshold) => countMatches(table, threshold)),
      partnerIouSum: partners.reduce((sum, { iou }) => sum + iou, 0),
      segSum: segScores(table).reduce((sum, score) => sum + score, 0),
      kumarJaccard: kumarJaccard(table),
      jaccardPlus: jaccardPlus(table),
      cellposeJaccard: cellposeJaccard(table),
      pixels: pixelCounts(table),
      boundary: boundaryCounts(truth, predicted),
      errors: errors.counts,
    },
    truth: errors.truth.map((verdict, at) => ({
      ...judged('truth', at, byTruth.get(at)),
      verdict,
    })),
    predicted: errors.predicted.map((verdict, at) => ({
      ...judged('predicted', at, byPrediction.get(at)),
      verdict,
      score: scores?.[at] ?? null,
    })),
  };
}
