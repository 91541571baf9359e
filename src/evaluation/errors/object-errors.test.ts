import { describe, expect, it } from 'vitest';
import { drawLabels, type Rectangle } from '../fixtures/draw-labels.ts';
import { overlapTable } from '../matching/overlap-table.ts';
import { objectErrors } from './object-errors.ts';

const row = (...rectangles: [id: number, left: number, right: number][]) =>
  drawLabels(
    100,
    1,
    rectangles.map(([id, left, right]): Rectangle => [id, 0, 1, left, right]),
  );

const errorsOf = (truth: ReturnType<typeof row>, predicted: ReturnType<typeof row>) =>
  objectErrors(overlapTable(truth, predicted));

describe('objectErrors', () => {
  it('finds missed and extra objects', () => {
    const { truth, predicted, counts } = errorsOf(row([1, 0, 20]), row([1, 50, 70]));
    expect([truth, predicted]).toEqual([['missed'], ['extra']]);
    expect(counts).toMatchObject({ correct: 0, missed: 1, extra: 1 });
  });

  it('takes a pair of an IoU of 0.6 for a missed and an extra object, and one above for right', () => {
    expect(errorsOf(row([1, 0, 20]), row([1, 0, 12])).truth).toEqual(['missed']);
    expect(errorsOf(row([1, 0, 20]), row([1, 0, 13])).truth).toEqual(['matched']);
  });

  it('links a small object that lies in a large one, whatever their IoU', () => {
    const { truth, predicted, counts } = errorsOf(
      row([1, 0, 40], [2, 40, 42]),
      row([1, 0, 18], [2, 25, 45]),
    );
    expect(truth).toEqual(['catastrophe', 'catastrophe']);
    expect(predicted).toEqual(['catastrophe', 'catastrophe']);
    expect(counts).toMatchObject({
      ...{ catastrophe: 1, trueInCatastrophes: 2, predictedInCatastrophes: 2 },
      ...{ missed: 0, extra: 0, split: 0, merged: 0 },
    });
  });

  it('leaves what lies beside a right pair out of it', () => {
    const { truth, predicted } = errorsOf(row([1, 0, 40]), row([1, 0, 30], [2, 31, 40]));
    expect([truth, predicted]).toEqual([['matched'], ['matched', 'extra']]);
  });

  it('finds nothing in empty maps, and all missed or extra where one is empty', () => {
    expect(errorsOf(row(), row())).toMatchObject({ truth: [], predicted: [] });
    expect(errorsOf(row([3, 0, 5], [7, 8, 9]), row()).counts).toMatchObject({ missed: 2 });
    expect(errorsOf(row(), row([3, 0, 5])).counts).toMatchObject({ extra: 1 });
  });
});
