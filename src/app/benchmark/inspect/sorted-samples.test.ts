import { describe, expect, it } from 'vitest';
import { evaluateImage } from '../../../evaluation/image-evaluation.ts';
import { imageTraits } from '../../../evaluation/slices/image-traits.ts';
import type { SampleResult } from '../../../store/benchmark/benchmark-state.ts';
import { sortedSamples } from './sorted-samples.ts';

const row = (...ids: number[]) => ({ width: ids.length, height: 1, data: Uint16Array.from(ids) });

function resultOf(truth: number[], found: number[]): SampleResult {
  const evaluation = evaluateImage(row(...truth), row(...found), null);
  const traits = imageTraits(row(...truth), null);
  return { outcome: { evaluation, traits, milliseconds: 1, facts: {} }, error: null };
}

describe('sortedSamples', () => {
  it('puts failures first, then rising scores, and what has not run last', () => {
    const failed: SampleResult = {
      outcome: null,
      error: { code: 'bad-image', message: '', details: {} },
    };
    const results = [
      null,
      resultOf([1, 2], [1, 2]),
      failed,
      resultOf([1, 0], [0, 0]),
      resultOf([1, 2], [1, 0]),
      resultOf([0, 0], [0, 0]),
    ];
    expect(sortedSamples(results)).toEqual([2, 3, 4, 1, 5, 0]);
  });
});
