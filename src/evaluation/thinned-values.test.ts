import { describe, expect, it } from 'vitest';
import { thinnedValues } from './thinned-values.ts';

describe('thinnedValues', () => {
  it('keeps all of few', () => {
    const values = thinnedValues(8);
    for (const value of [3, 1, 2]) values.add(value);
    expect(values.kept()).toEqual([3, 1, 2]);
    expect([values.count, values.mean]).toEqual([3, 2]);
  });

  it('keeps evenly spaced ones of many, and counts them all', () => {
    const values = thinnedValues(8);
    for (let value = 0; value < 1000; value++) values.add(value);
    const kept = values.kept();
    expect(kept.length).toBeLessThanOrEqual(8);
    const stride = kept[1] - kept[0];
    expect(kept).toEqual(kept.map((_, at) => at * stride));
    expect([values.count, values.mean]).toEqual([1000, 499.5]);
  });
});
