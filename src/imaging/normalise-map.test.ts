import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapRange, normaliseMap } from './normalise-map.ts';

const map = (...values: number[]) => ({
  width: values.length,
  height: 1,
  channels: 1,
  data: Float32Array.from(values),
});

describe('a map as grey levels', () => {
  it('goes from black to white over its own range', () => {
    const values = map(-1, 0, 3);
    expect(mapRange(values, false)).toEqual({ low: -1, high: 3 });
    expect([...normaliseMap(values, mapRange(values, false)).data]).toEqual([0, 64, 255]);
  });

  it('has zero in the middle where that is asked for', () => {
    const values = map(-1, 0, 3);
    expect(mapRange(values, true)).toEqual({ low: -3, high: 3 });
    expect([...normaliseMap(values, mapRange(values, true)).data]).toEqual([85, 128, 255]);
  });

  it('is black where all is even, and takes the first channel', () => {
    expect([...normaliseMap(map(7, 7), mapRange(map(7, 7), false)).data]).toEqual([0, 0]);
    const two = { width: 2, height: 1, channels: 2, data: Float32Array.of(0, 9, 1, -9) };
    expect(mapRange(two, false)).toEqual({ low: 0, high: 1 });
    expect([...normaliseMap(two, { low: 0, high: 1 }).data]).toEqual([0, 255]);
  });

  it('keeps the order of values', () => {
    const values = fc.array(fc.float({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2 });
    fc.assert(
      fc.property(values, fc.boolean(), (list, aroundZero) => {
        const sorted = map(...list.toSorted((a, b) => a - b));
        const { data } = normaliseMap(sorted, mapRange(sorted, aroundZero));
        for (let i = 1; i < data.length; i++) expect(data[i]).toBeGreaterThanOrEqual(data[i - 1]);
      }),
    );
  });
});
