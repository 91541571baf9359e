import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FloatImage } from './image.ts';
import { type ResizeValuesOptions, resizeValues } from './resize-values.ts';

const IMAGE: FloatImage = {
  width: 6,
  height: 3,
  channels: 1,
  data: Float32Array.of(1, 0, 2, 8, 9, 9, 0, 3, 7, 9, 4, 0, 5, 5, 6, 0, 0, 1).map((v) => v / 10),
};

function expectValues(found: FloatImage, expected: number[]) {
  expected.forEach((value, i) => {
    expect(found.data[i]).toBeCloseTo(value, 5);
  });
  expect(found.data).toHaveLength(expected.length);
}

describe('resizeValues', () => {
  // References: skimage.transform.resize 0.19.3.
  it.each<[number, number, ResizeValuesOptions, number[]]>([
    [4, 2, {}, [0.075057, 0.26277, 0.812272, 0.699709, 0.393618, 0.581087, 0.194156, 0.081349]],
    [
      4,
      2,
      { antiAliasing: false },
      [0.075, 0.2625, 0.8125, 0.7, 0.39375, 0.58125, 0.19375, 0.08125],
    ],
    [
      4,
      2,
      { edges: 'constant' },
      [0.075019, 0.262619, 0.812077, 0.699489, 0.393486, 0.580936, 0.193962, 0.081298],
    ],
    [
      3,
      5,
      {},
      [
        0.081868, 0.546085, 0.765283, 0.108281, 0.597505, 0.636007, 0.187522, 0.751767, 0.24818,
        0.378178, 0.477505, 0.12611, 0.441731, 0.386085, 0.08542,
      ],
    ],
  ])('gives scikit-image’s values (%i × %i, %o)', (width, height, options, expected) => {
    expectValues(resizeValues(IMAGE, width, height, options), expected);
  });

  it('keeps every channel to itself and its range', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        side,
        side,
        side,
        side,
        fc.boolean(),
        (width, height, toWidth, toHeight, smooth) => {
          const data = Float32Array.from({ length: 2 * width * height }, (_, i) =>
            i % 2 === 0 ? 7 : (i % 5) - 2,
          );
          const resized = resizeValues({ width, height, channels: 2, data }, toWidth, toHeight, {
            interpolation: smooth ? 'bilinear' : 'nearest',
          });
          expect(resized.data).toHaveLength(2 * toWidth * toHeight);
          resized.data.forEach((value, i) => {
            if (i % 2 === 0) expect(value).toBeCloseTo(7, 5);
            else expect(Math.abs(value)).toBeLessThan(2.00001);
          });
        },
      ),
    );
  });

  it('keeps ids whole with nearest neighbours', () => {
    const ids = { width: 2, height: 1, channels: 1, data: Float32Array.of(3, 9) };
    const options = { interpolation: 'nearest', antiAliasing: false } as const;
    expect([...resizeValues(ids, 5, 1, options).data]).toEqual([3, 3, 9, 9, 9]);
  });
});
