import { describe, expect, it } from 'vitest';
import type { BenchmarkRun } from '../../../evaluation/benchmark-results.ts';
import { factRanges } from './fact-ranges.ts';

function run(algorithm: string, facts: BenchmarkRun['facts']): BenchmarkRun {
  return { algorithm, set: 0, image: 0, evaluation: null, error: null, seconds: 1, facts };
}

describe('factRanges', () => {
  it('gives the range of a number, and the words of the rest, of one algorithm', () => {
    const runs = [
      run('a', { threshold: 0.25, step: 'watershed' }),
      run('a', { threshold: 0.123456, step: 'watershed' }),
      run('b', { threshold: 9 }),
    ];
    expect(factRanges({ runs }, 'a')).toEqual([
      { name: 'threshold', text: '0.1235 – 0.25' },
      { name: 'step', text: 'watershed' },
    ]);
    expect(factRanges({ runs }, 'b')).toEqual([{ name: 'threshold', text: '9' }]);
  });

  it('cuts a list of many words short', () => {
    const runs = ['a', 'b', 'c', 'd'].map((from) => run('x', { from }));
    expect(factRanges({ runs }, 'x')).toEqual([{ name: 'from', text: 'a, b, c …' }]);
  });
});
