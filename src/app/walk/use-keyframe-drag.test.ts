import { describe, expect, it } from 'vitest';
import { givesWay, placeOfDrag } from './use-keyframe-drag.ts';

describe('dragging a keyframe', () => {
  it('puts it at the nearest place', () => {
    expect(placeOfDrag(1, 40, 5, 100)).toBe(1);
    expect(placeOfDrag(1, 60, 5, 100)).toBe(2);
    expect(placeOfDrag(1, 900, 5, 100)).toBe(4);
    expect(placeOfDrag(1, -900, 5, 100)).toBe(0);
  });

  it('moves aside what lies between', () => {
    expect([0, 1, 2, 3, 4].map((index) => givesWay(index, 1, 3))).toEqual([0, 0, -1, -1, 0]);
    expect([0, 1, 2, 3, 4].map((index) => givesWay(index, 3, 1))).toEqual([0, 1, 1, 0, 0]);
    expect([0, 1, 2].map((index) => givesWay(index, 1, 1))).toEqual([0, 0, 0]);
  });
});
