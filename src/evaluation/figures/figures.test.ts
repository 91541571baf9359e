import { describe, expect, it } from 'vitest';
import { FIGURES, figuresOf } from '../figures.ts';
import { drawLabels, TOY_PREDICTION, TOY_TRUTH } from '../fixtures/draw-labels.ts';
import { evaluateImage } from '../image-evaluation.ts';
import { summariseImages } from '../set-evaluation.ts';
import { boundaryCounts, boundaryScores } from './boundary-counts.ts';
import { medianDiameter } from './median-diameter.ts';
import { objectOutlines } from './outlines.ts';

const EMPTY = drawLabels(60, 60, []);

describe('objectOutlines', () => {
  it('draws outer contours only, and parts touching objects', () => {
    const labels = drawLabels(7, 5, [
      [1, 0, 5, 0, 5],
      [0, 2, 3, 2, 3],
      [2, 0, 2, 5, 7],
    ]);
    const rows = Array.from({ length: 5 }, (_, y) =>
      [...objectOutlines(labels).subarray(y * 7, y * 7 + 7)].join(''),
    );
    // The pixels around the hole are not outlined.
    expect(rows).toEqual(['1111111', '1000111', '1000100', '1000100', '1111100']);
  });
});

describe('boundary scores', () => {
  it('widens outlines by the scale, 1 pixel at least', () => {
    const truth = drawLabels(60, 60, [[1, 10, 40, 10, 40]]);
    const moved = drawLabels(60, 60, [[1, 10, 40, 14, 44]]);
    const of = (scale: number) => boundaryScores(boundaryCounts(truth, moved, scale)).f!;
    expect(of(0.001)).toBe(of(0.02));
    expect(of(0.1)).toBeGreaterThan(of(0.02));
    expect(boundaryScores(boundaryCounts(truth, truth))).toEqual({ precision: 1, recall: 1, f: 1 });
  });

  it('has nothing to say of empty maps', () => {
    const none = { precision: null, recall: null, f: null };
    expect(boundaryScores(boundaryCounts(EMPTY, EMPTY))).toEqual(none);
    expect(boundaryScores(boundaryCounts(EMPTY, TOY_TRUTH))).toMatchObject({ precision: 0, f: 0 });
    expect(medianDiameter([])).toBe(0);
  });
});

describe('figuresOf', () => {
  const of = (truth = EMPTY, predicted = EMPTY) =>
    figuresOf(evaluateImage(truth, predicted, null).counts);

  it('is best for the truth itself', () => {
    const { countError, countBias, ...shares } = of(TOY_TRUTH, TOY_TRUTH);
    expect(new Set(Object.values(shares))).toEqual(new Set([1]));
    expect([countError, countBias]).toEqual([0, 0]);
  });

  it('is not defined without objects, and 0 where nothing was found', () => {
    expect(Object.values(of()).every((value) => value === null)).toBe(true);
    expect(of(TOY_TRUTH)).toMatchObject({
      ...{ ap50: 0, miou: 0, recall50: 0, f1at50: 0, aji: 0, seg: 0, dice: 0 },
      ...{ precision50: null, countError: 1, countBias: -1 },
    });
    expect(of(EMPTY, TOY_TRUTH)).toMatchObject({ ap50: 0, f1at50: 0, recall50: null, aji: 0 });
  });

  it('stands one object that covers all, and one pixel', () => {
    const all = drawLabels(8, 8, [[1, 0, 8, 0, 8]]);
    expect(of(all, all)).toMatchObject({ ap50: 1, aji: 1, boundaryF: 1 });
    const pixel = drawLabels(1, 1, [[1, 0, 1, 0, 1]]);
    expect(of(pixel, pixel)).toMatchObject({ ap50: 1, dice: 1, boundaryF: 1 });
  });

  it('stands thousands of objects in one crowd', () => {
    const side = 256;
    const crowd = (moved: number) => {
      const data = Uint16Array.from({ length: side * side }, (_, at) => {
        const x = Math.floor(((at % side) + moved) / 4);
        return 1 + x + Math.floor(at / side / 4) * 66;
      });
      return { width: side, height: side, data };
    };
    const { trueObjects, predictedObjects, matches } = evaluateImage(
      crowd(0),
      crowd(1),
      null,
    ).counts;
    expect([trueObjects, predictedObjects]).toEqual([4096, 4160]);
    // Three of five columns; the first predicted object of a row has three columns of four.
    expect(matches[0].truePositives).toBe(4096);
    expect(matches[3].truePositives).toBe(64);
  });
});

describe('summariseImages', () => {
  const toy = evaluateImage(TOY_TRUTH, TOY_PREDICTION, null);
  const right = evaluateImage(TOY_TRUTH, TOY_TRUTH, null);
  const empty = evaluateImage(EMPTY, EMPTY, null);

  it('weighs objects alike when pooled, and images alike in means', () => {
    const { images, pooled, perImage } = summariseImages([toy, right, empty])!;
    expect(images).toBe(3);
    expect(pooled.ap50).toBeCloseTo(6 / 10, 12);
    expect(perImage.ap50).toBeCloseTo((1 / 3 + 1) / 2, 12);
  });

  it('does not let images make up for one another in counting', () => {
    const missing = evaluateImage(TOY_TRUTH, EMPTY, null);
    const tooMany = evaluateImage(EMPTY, TOY_TRUTH, null);
    const { pooled } = summariseImages([missing, tooMany])!;
    expect([pooled.countBias, pooled.countError]).toEqual([0, 2]);
  });

  it('has all figures of one image alone, and none of no image', () => {
    const { pooled } = summariseImages([toy])!;
    for (const figure of FIGURES) expect(pooled[figure]).toEqual(figuresOf(toy.counts)[figure]);
    expect(summariseImages([])).toBeNull();
  });
});
