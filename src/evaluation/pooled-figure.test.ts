import { describe, expect, it } from 'vitest';
import { poolCounts } from './evaluation-counts.ts';
import { FIGURES, figuresOf } from './figures.ts';
import { SMALL_BENCHMARK } from './fixtures/small-benchmark.ts';
import { pooledFigure } from './pooled-figure.ts';

const counts = SMALL_BENCHMARK.runs.map(({ evaluation }) => evaluation!.counts);

describe('pooledFigure', () => {
  it.each(FIGURES)('has the %s of summed counts', (figure) => {
    const pooled = pooledFigure(counts, figure);
    for (const places of [[0, 5, 5, 13], [4], counts.map((_, at) => at)]) {
      const sum = poolCounts(places.map((place) => counts[place]));
      const expected = figuresOf(sum)[figure];
      if (expected === null) expect(pooled(places)).toBeNull();
      else expect(pooled(places)).toBeCloseTo(expected, 12);
    }
  });

  it('leaves out images without an evaluation', () => {
    const pooled = pooledFigure([null, counts[0], null], 'miou');
    expect(pooled([0, 1, 2])).toBe(pooledFigure(counts, 'miou')([0]));
    expect(pooled([0, 2])).toBeNull();
    expect(pooledFigure([null], 'miou')([0])).toBeNull();
  });
});
