import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintFeatures } from './input-maps.ts';
import { poolByInstance } from './instance-pooling.ts';

describe('poolByInstance', () => {
  it('averages every channel over every id, ids ascending', () => {
    const image = {
      width: 2,
      height: 2,
      channels: 2,
      data: Float32Array.of(1, 10, 2, 20, 3, 30, 7, 70),
    };
    const instances = { width: 2, height: 2, data: Int32Array.of(2001, 0, 2001, 0) };
    expect([...poolByInstance(image, instances)]).toEqual([
      [0, [4.5, 45]],
      [2001, [2, 20]],
    ]);
  });

  it('gives back what was painted', () => {
    const vector = fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), vector), { minLength: 1 }),
        (objects) => {
          const features = new Map<number, number[]>(objects);
          const ids = Int32Array.from([...objects, ...objects], ([id]) => id);
          const instances = { width: ids.length, height: 1, data: ids };
          const pooled = poolByInstance(paintFeatures(instances, features, 2), instances);
          expect(pooled).toEqual(features);
        },
      ),
    );
  });
});
