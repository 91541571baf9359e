import type { EvaluationCounts } from './evaluation-counts.ts';
import { boundaryScores } from './figures/boundary-counts.ts';
import { pixelDice, pixelJaccard } from './figures/pixel-counts.ts';
import { matchScores } from './matching/match-scores.ts';
import { meanOf, ratio } from './ratio.ts';

/**
 * Names of the figures, in the order in which tables show them; the first four are those of the seed system. All are
 * shares from 0 to 1 but the two of counts. `FIGURE_DEFINITIONS` says what each is.
 */
export const FIGURES = [
  'ap50',
  'miou',
  'recall50',
  'f1at50',
  'precision50',
  'ap75',
  'ap90',
  'meanAp',
  'pq50',
  'sq50',
  'aji',
  'ajiPlus',
  'ajiCellpose',
  'seg',
  'dice',
  'jaccard',
  'boundaryF',
  'countError',
  'countBias',
] as const;

/** The name of a figure. */
export type Figure = (typeof FIGURES)[number];

/** Values of all figures; null where one is not defined, e.g. recall without truth. */
export type Figures = Record<Figure, number | null>;

/** What every figure is, for protocols and files; the page and the report say it in their own languages. */
export const FIGURE_DEFINITIONS: Record<Figure, string> = {
  ap50: 'TP / (TP + FP + FN) at IoU >= 0.5 (Cellpose: average precision, StarDist: accuracy; not the AP of COCO)',
  miou: 'mean over true objects of the IoU with their one-to-one partner, 0 without one',
  recall50: 'TP / (TP + FN) at IoU >= 0.5',
  f1at50: '2 TP / (2 TP + FP + FN) at IoU >= 0.5',
  precision50: 'TP / (TP + FP) at IoU >= 0.5',
  ap75: 'TP / (TP + FP + FN) at IoU >= 0.75',
  ap90: 'TP / (TP + FP + FN) at IoU >= 0.9',
  meanAp: 'mean of TP / (TP + FP + FN) over the IoU thresholds 0.5, 0.55 ... 0.95 (DSB 2018)',
  pq50: 'panoptic quality at IoU >= 0.5: sum of IoU of matches / (TP + FP/2 + FN/2)',
  sq50: 'segmentation quality at IoU >= 0.5: mean IoU of matches',
  aji: 'aggregated Jaccard index (Kumar et al. 2017), predictions may be used by several true objects',
  ajiPlus: 'AJI+ (HoVer-Net): one-to-one by the largest sum of IoU',
  ajiCellpose:
    "Cellpose's aggregated_jaccard_index: shared pixels of one-to-one pairs / union of foregrounds",
  seg: 'SEG of the Cell Tracking Challenge: mean IoU with the prediction that covers more than half, else 0',
  dice: 'Dice of the foregrounds',
  jaccard: 'Jaccard index of the foregrounds',
  boundaryF: "Cellpose's boundary F: outlines widened by max(1, 0.05 median true diameter) pixels",
  countError: '|predicted - true objects| / true objects',
  countBias: '(predicted - true objects) / true objects',
};

/** Figures of which less is better; `countBias` is best at 0. */
export const LOWER_IS_BETTER: readonly Figure[] = ['countError'];

/**
 * The figures of one image, or those of a set whose counts were pooled. An image without true and predicted objects
 * has none but `countError` of null; without predictions, or without truth, those that can be divided are 0.
 */
export function figuresOf(counts: EvaluationCounts): Figures {
  const { trueObjects, predictedObjects } = counts;
  const scores = new Map(
    counts.matches.map((matches) => [matches.threshold, matchScores(matches)] as const),
  );
  const at = (threshold: number) => scores.get(threshold)!;
  const shared = ({ intersection, union }: { intersection: number; union: number }) =>
    ratio(intersection, union);
  return {
    ap50: at(0.5).averagePrecision,
    miou: ratio(counts.partnerIouSum, trueObjects),
    recall50: at(0.5).recall,
    f1at50: at(0.5).f1,
    precision50: at(0.5).precision,
    ap75: at(0.75).averagePrecision,
    ap90: at(0.9).averagePrecision,
    meanAp: meanOf([...scores.values()].map(({ averagePrecision }) => averagePrecision)),
    pq50: at(0.5).panopticQuality,
    sq50: at(0.5).meanMatchedIou,
    aji: shared(counts.kumarJaccard),
    ajiPlus: shared(counts.jaccardPlus),
    ajiCellpose: shared(counts.cellposeJaccard),
    seg: ratio(counts.segSum, trueObjects),
    dice: pixelDice(counts.pixels),
    jaccard: pixelJaccard(counts.pixels),
    boundaryF: boundaryScores(counts.boundary).f,
    countError: ratio(counts.countDifference, trueObjects),
    countBias: trueObjects > 0 ? (predictedObjects - trueObjects) / trueObjects : null,
  };
}
