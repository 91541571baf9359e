import type { EvaluationCounts } from './evaluation-counts.ts';
import type { PixelCounts } from './figures/pixel-counts.ts';
import { matchRatios } from './matching/match-scores.ts';
import { meanOf, type Ratio, ratio } from './ratio.ts';

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

function matchesAt({ matches }: EvaluationCounts, threshold: number) {
  return matchRatios(matches.find((each) => each.threshold === threshold)!);
}

/** Dice of pixels, or F of outlines: 2 TP / (2 TP + FP + FN). */
const diceOf = ({ truePositives, falsePositives, falseNegatives }: PixelCounts): Ratio => [
  2 * truePositives,
  2 * truePositives + falsePositives + falseNegatives,
];

const jaccardOf = ({ truePositives, falsePositives, falseNegatives }: PixelCounts): Ratio => [
  truePositives,
  truePositives + falsePositives + falseNegatives,
];

/** What every figure is the mean of: one share for all but `meanAp`. */
const RATIOS: Record<Figure, (counts: EvaluationCounts) => Ratio[]> = {
  ap50: (counts) => [matchesAt(counts, 0.5).averagePrecision],
  miou: ({ partnerIouSum, trueObjects }) => [[partnerIouSum, trueObjects]],
  recall50: (counts) => [matchesAt(counts, 0.5).recall],
  f1at50: (counts) => [matchesAt(counts, 0.5).f1],
  precision50: (counts) => [matchesAt(counts, 0.5).precision],
  ap75: (counts) => [matchesAt(counts, 0.75).averagePrecision],
  ap90: (counts) => [matchesAt(counts, 0.9).averagePrecision],
  meanAp: ({ matches }) => matches.map((each) => matchRatios(each).averagePrecision),
  pq50: (counts) => [matchesAt(counts, 0.5).panopticQuality],
  sq50: (counts) => [matchesAt(counts, 0.5).meanMatchedIou],
  aji: ({ kumarJaccard }) => [[kumarJaccard.intersection, kumarJaccard.union]],
  ajiPlus: ({ jaccardPlus }) => [[jaccardPlus.intersection, jaccardPlus.union]],
  ajiCellpose: ({ cellposeJaccard }) => [[cellposeJaccard.intersection, cellposeJaccard.union]],
  seg: ({ segSum, trueObjects }) => [[segSum, trueObjects]],
  dice: ({ pixels }) => [diceOf(pixels)],
  jaccard: ({ pixels }) => [jaccardOf(pixels)],
  boundaryF: ({ boundary }) => [diceOf(boundary)],
  countError: ({ countDifference, trueObjects }) => [[countDifference, trueObjects]],
  countBias: ({ predictedObjects, trueObjects }) => [[predictedObjects - trueObjects, trueObjects]],
};

/** The shares whose mean a figure is; those of several images are pooled by adding them up place by place. */
export function figureRatios(counts: EvaluationCounts, figure: Figure): Ratio[] {
  return RATIOS[figure](counts);
}

/**
 * The figures of one image, or those of a set whose counts were pooled. An image without true and predicted objects has
 * none; without predictions, or without truth, those that can be divided are 0.
 */
export function figuresOf(counts: EvaluationCounts): Figures {
  const pooledOf = (figure: Figure) =>
    meanOf(figureRatios(counts, figure).map(([part, whole]) => ratio(part, whole)));
  return Object.fromEntries(FIGURES.map((figure) => [figure, pooledOf(figure)])) as Figures;
}
