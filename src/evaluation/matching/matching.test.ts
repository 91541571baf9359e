import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelImage } from '../../imaging/image.ts';
import { drawLabels, TOY_PREDICTION, TOY_TRUTH } from '../fixtures/draw-labels.ts';
import { bestAssignment } from './best-assignment.ts';
import { addCounts, countMatches } from './match-counts.ts';
import { assignObjects, matchObjects } from './match-objects.ts';
import { matchScores } from './match-scores.ts';
import { type OverlapPair, overlapTable } from './overlap-table.ts';

/** Small maps of few ids, so that objects overlap in every way. */
const labelMap = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 30, maxLength: 30 })
  .map((ids): LabelImage => ({ width: 6, height: 5, data: Uint16Array.from(ids) }));

/** The largest sum of weights of any one-to-one choice of pairs, by trying all. */
function largestSum(
  pairs: readonly OverlapPair[],
  weightOf: (pair: OverlapPair) => number,
): number {
  const [first, ...rest] = pairs;
  if (!first) return 0;
  const free = rest.filter(
    ({ truth, predicted }) => truth !== first.truth && predicted !== first.predicted,
  );
  return Math.max(largestSum(rest, weightOf), weightOf(first) + largestSum(free, weightOf));
}

const isOneToOne = (pairs: readonly OverlapPair[]) =>
  new Set(pairs.map(({ truth }) => truth)).size === pairs.length &&
  new Set(pairs.map(({ predicted }) => predicted)).size === pairs.length;

describe('overlapTable', () => {
  it('counts objects, not the largest id', () => {
    const truth = drawLabels(4, 1, [[900, 0, 1, 0, 2]]);
    const predicted = drawLabels(4, 1, [[65535, 0, 1, 1, 4]]);
    const table = overlapTable(truth, predicted);
    expect([...table.truth.ids, ...table.predicted.ids]).toEqual([900, 65535]);
    expect(table.pairs).toEqual([{ truth: 0, predicted: 0, overlap: 1, iou: 0.25 }]);
  });

  it('shares out all pixels', () => {
    fc.assert(
      fc.property(labelMap, labelMap, (truth, predicted) => {
        const table = overlapTable(truth, predicted);
        const shared = truth.data.filter((id, at) => id > 0 && predicted.data[at] > 0).length;
        expect(table.pairs.reduce((sum, { overlap }) => sum + overlap, 0)).toBe(shared);
        for (const { iou } of table.pairs) expect(iou > 0 && iou <= 1).toBe(true);
      }),
    );
  });

  it('refuses maps of different sizes', () => {
    expect(() => overlapTable(drawLabels(3, 2, []), drawLabels(2, 3, []))).toThrow(
      'differ in size',
    );
  });
});

describe('bestAssignment', () => {
  it('is one-to-one, and as heavy as any', () => {
    fc.assert(
      fc.property(labelMap, labelMap, fc.constantFrom(1, 3), (truth, predicted, power) => {
        const table = overlapTable(truth, predicted);
        const weightOf = ({ iou }: OverlapPair) => iou ** power;
        const pairs = bestAssignment(table, weightOf);
        expect(isOneToOne(pairs)).toBe(true);
        const sum = pairs.reduce((total, pair) => total + weightOf(pair), 0);
        expect(sum).toBeCloseTo(largestSum(table.pairs, weightOf), 9);
      }),
    );
  });
});

describe('matchObjects', () => {
  it('is the part of the assignment that reaches the threshold, also without assigning', () => {
    const thresholds = fc.constantFrom(0.1, 0.3, 0.5, 0.6, 0.75, 1);
    fc.assert(
      fc.property(labelMap, labelMap, thresholds, (truth, predicted, threshold) => {
        const table = overlapTable(truth, predicted);
        const matches = matchObjects(table, threshold);
        const assigned = assignObjects(table, threshold).filter(({ iou }) => iou >= threshold);
        expect(isOneToOne(matches)).toBe(true);
        expect(matches).toHaveLength(assigned.length);
        const sum = (pairs: OverlapPair[]) => pairs.reduce((total, { iou }) => total + iou, 0);
        expect(sum(matches)).toBeCloseTo(sum(assigned), 9);
      }),
    );
  });

  it('takes an IoU of exactly the threshold', () => {
    const truth = drawLabels(5, 1, [[1, 0, 1, 0, 5]]);
    const predicted = drawLabels(5, 1, [[1, 0, 1, 0, 3]]);
    expect(countMatches(overlapTable(truth, predicted), 0.6).truePositives).toBe(1);
    expect(countMatches(overlapTable(truth, predicted), 0.65).truePositives).toBe(0);
  });
});

describe('matchScores', () => {
  const empty = drawLabels(60, 60, []);
  const scoresOf = (truth: LabelImage, predicted: LabelImage) =>
    matchScores(countMatches(overlapTable(truth, predicted), 0.5));

  it('has none without objects, and zeros where one side has none', () => {
    expect(new Set(Object.values(scoresOf(empty, empty)))).toEqual(new Set([null]));
    expect(scoresOf(TOY_TRUTH, empty)).toMatchObject({
      ...{ averagePrecision: 0, f1: 0, recall: 0, panopticQuality: 0 },
      ...{ precision: null, meanMatchedIou: null },
    });
    expect(scoresOf(empty, TOY_TRUTH)).toMatchObject({
      ...{ averagePrecision: 0, f1: 0, precision: 0, panopticQuality: 0 },
      ...{ recall: null, meanTrueIou: null },
    });
  });

  it('is 1 for the truth itself', () => {
    expect(new Set(Object.values(scoresOf(TOY_TRUTH, TOY_TRUTH)))).toEqual(new Set([1]));
  });

  it('has a panoptic quality of segmentation quality times F1', () => {
    const { panopticQuality, meanMatchedIou, f1 } = scoresOf(TOY_TRUTH, TOY_PREDICTION);
    expect(panopticQuality).toBeCloseTo(meanMatchedIou! * f1!, 12);
  });

  it('pools counts of one threshold', () => {
    const counts = countMatches(overlapTable(TOY_TRUTH, TOY_PREDICTION), 0.5);
    expect(addCounts([counts, counts])).toEqual({
      threshold: 0.5,
      ...{ truePositives: 4, falsePositives: 4, falseNegatives: 4, iouSum: 2 * counts.iouSum },
    });
  });
});
