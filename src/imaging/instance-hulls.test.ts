import { expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { BLOBS } from './fixtures/blobs.ts';
import { instanceHullAreas } from './instance-hulls.ts';

it('counts the pixels of hulls as scikit-image does', () => {
  expect([...instanceHullAreas(BLOBS)]).toEqual([
    [1, 11],
    [2, 149],
  ]);
});

it('spans what lies between the pieces of an object', () => {
  expect(instanceHullAreas(readLabels('1...1')).get(1)).toBe(5);
});

it('takes a single pixel for itself, and an empty map for nothing', () => {
  expect(instanceHullAreas(readLabels('1')).get(1)).toBe(1);
  expect(instanceHullAreas(readLabels('..')).size).toBe(0);
});
