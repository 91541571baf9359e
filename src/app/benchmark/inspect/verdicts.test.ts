import { describe, expect, it } from 'vitest';
import { evaluateImage } from '../../../evaluation/image-evaluation.ts';
import { countOf, objectsByVerdict, VERDICTS } from './verdicts.ts';

function row(...ids: number[]) {
  return { width: ids.length, height: 1, data: Uint16Array.from(ids) };
}

describe('objectsByVerdict', () => {
  it('tells what became of every cell', () => {
    // 1 is found, 2 is missed, 3 and 4 are merged, 9 is extra.
    const truth = row(1, 1, 1, 0, 2, 2, 0, 3, 3, 4, 4, 0, 0);
    const found = row(5, 5, 5, 0, 0, 0, 0, 7, 7, 7, 7, 0, 9);
    const objects = objectsByVerdict(evaluateImage(truth, found, null));
    expect(objects.matched).toEqual({ truth: [1], found: [5] });
    expect(objects.missed).toEqual({ truth: [2], found: [] });
    expect(objects.merged).toEqual({ truth: [3, 4], found: [7] });
    expect(objects.extra).toEqual({ truth: [], found: [9] });
    const counts = VERDICTS.map((verdict) => countOf(verdict, objects[verdict]));
    expect(counts).toEqual([1, 1, 1, 0, 2, 0]);
  });
});
