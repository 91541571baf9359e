import { describe, expect, it } from 'vitest';
import { RandomState } from '../../random/random-state.ts';
import { fitSizeModel } from './fit-size-model.ts';
import { solvePositive } from './solve-positive.ts';

describe('a system of equations', () => {
  it('is solved', () => {
    const matrix = Float64Array.of(4, 0, 0, 2, 5, 0, 1, 3, 6);
    const x = solvePositive(matrix, Float64Array.of(4 + 2 * 2 - 3, 2 + 10 - 9, 1 + 6 - 18));
    expect([...x]).toEqual([1, 2, -3].map((value) => expect.closeTo(value, 10)));
  });
});

describe('a size model', () => {
  it('finds the slope that sizes have along a style', () => {
    const random = new RandomState(4);
    const samples = Array.from({ length: 4000 }, () => {
      const style = [...random.normal(0, 1, 3)];
      return { style, enlargement: Math.exp(0.3 * style[0] - 0.1 * style[2] + 0.2) };
    });
    const { slope, intercept, diameterMean } = fitSizeModel(samples, 17);
    expect(slope).toEqual([0.3, 0, -0.1].map((value) => expect.closeTo(value, 3)));
    expect(intercept).toBeCloseTo(0.2, 1);
    expect(diameterMean).toBe(17);
  });

  it('of one sample knows that sample’s size', () => {
    const { slope, intercept, styleMean } = fitSizeModel(
      [{ style: [0.6, 0.8], enlargement: 2 }],
      30,
    );
    expect({ slope, styleMean }).toEqual({ slope: [0, 0], styleMean: [0.6, 0.8] });
    expect(intercept).toBeCloseTo(Math.log(2), 10);
  });
});
