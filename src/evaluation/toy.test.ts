import { describe, expect, it } from 'vitest';
import { objectErrors } from './errors/object-errors.ts';
import { figuresOf } from './figures.ts';
import { TOY_PREDICTION, TOY_TRUTH } from './fixtures/draw-labels.ts';
import { evaluateImage } from './image-evaluation.ts';
import { countMatches } from './matching/match-counts.ts';
import { matchScores } from './matching/match-scores.ts';
import { overlapTable } from './matching/overlap-table.ts';

const table = overlapTable(TOY_TRUTH, TOY_PREDICTION);
const evaluation = evaluateImage(TOY_TRUTH, TOY_PREDICTION, [0.9, 0.8, 0.7, 0.6]);

/**
 * An image small enough to be drawn on paper, whose figures the original programs gave: StarDist's and Cellpose's
 * matching, Kumar's and Cellpose's AJI, the Cell Tracking Challenge's SEG and DeepCell's object errors.
 */
describe('the figures of a small image', () => {
  it('has the IoUs of its overlaps', () => {
    expect(table.pairs.map(({ truth, predicted }) => [truth + 1, predicted + 1])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
      [3, 4],
      [4, 4],
    ]);
    [0.818182, 0.5, 0.5, 0.355556, 0.088889].forEach((iou, at) => {
      expect(table.pairs[at].iou).toBeCloseTo(iou, 6);
    });
  });

  it.each([
    { threshold: 0.3, counts: [3, 1, 1], ap: 0.6, f1: 0.75, pq: 0.418434 },
    { threshold: 0.5, counts: [2, 2, 2], ap: 0.333333, f1: 0.5, pq: 0.329545 },
    { threshold: 0.75, counts: [1, 3, 3], ap: 0.142857, f1: 0.25, pq: 0.204545 },
    { threshold: 0.9, counts: [0, 4, 4], ap: 0, f1: 0, pq: 0 },
  ])('matches at $threshold', ({ threshold, counts, ap, f1, pq }) => {
    const matches = countMatches(table, threshold);
    const { truePositives, falsePositives, falseNegatives } = matches;
    expect([truePositives, falsePositives, falseNegatives]).toEqual(counts);
    const scores = matchScores(matches);
    expect(scores.averagePrecision).toBeCloseTo(ap, 6);
    expect(scores.f1).toBeCloseTo(f1, 6);
    expect(scores.panopticQuality).toBeCloseTo(pq, 6);
  });

  it('has the aggregated figures', () => {
    expect(evaluation.counts.kumarJaccard).toEqual({ intersection: 1060, union: 3290 });
    expect(evaluation.counts.cellposeJaccard).toEqual({ intersection: 960, union: 1965 });
    const figures = figuresOf(evaluation.counts);
    expect(figures.sq50).toBeCloseTo(0.659091, 6);
    expect(figures.seg).toBeCloseTo(0.315657, 6);
    expect(figures.dice).toBeCloseTo(0.781395, 6);
    expect(figures.jaccard).toBeCloseTo(0.641221, 6);
    // (0.818182 + 0.5 + 0.355556 + 0) / 4: the merged object has no partner of its own.
    expect(figures.miou).toBeCloseTo(0.418434, 6);
    expect(figures.countError).toBe(0);
  });

  it("has DeepCell's errors, with who is in them", () => {
    expect(objectErrors(table)).toEqual({
      counts: {
        correct: 1,
        missed: 0,
        extra: 0,
        split: 1,
        merged: 1,
        catastrophe: 0,
        missedInMerges: 1,
        extraInSplits: 1,
        trueInCatastrophes: 0,
        predictedInCatastrophes: 0,
      },
      truth: ['matched', 'split', 'merged', 'merged'],
      predicted: ['matched', 'split', 'split', 'merged'],
    });
  });

  it('names partners and scores', () => {
    expect(evaluation.truth[2]).toEqual({
      id: 3,
      area: 400,
      partner: 4,
      iou: 400 / 1125,
      verdict: 'merged',
    });
    expect(evaluation.truth[3]).toMatchObject({ partner: null, iou: 0 });
    expect(evaluation.predicted.map(({ score }) => score)).toEqual([0.9, 0.8, 0.7, 0.6]);
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
  });
});
