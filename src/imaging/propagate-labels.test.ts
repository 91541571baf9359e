import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, readLabels, readMask } from './ascii-mask.ts';
import { propagateLabels } from './propagate-labels.ts';

const everywhere = (length: number) => new Uint8Array(length).fill(1);

function spread(
  values: readonly number[],
  drawing: string,
  mask: ArrayLike<number>,
  weight = 0.05,
) {
  const { data, ...size } = readLabels(drawing);
  const found = propagateLabels(values, Int32Array.from(data), size.width, { mask, weight });
  return draw({ ...size, data: Uint16Array.from(found.labels) });
}

describe('propagateLabels', () => {
  test('lets two cells meet where the image changes', () => {
    const values = [0.8, 0.8, 0.8, 0.8, 0.8, 0.1, 0.1, 0.1];
    expect(spread(values, '1......2', everywhere(8))).toEqual(['11111222']);
    expect(spread(values, '1......2', everywhere(8), 100)).toEqual(['11112222']);
  });

  test('stays within the mask, where seeds outside it are kept', () => {
    const mask = readMask(`
      ####..
      .#.#..
      .#.###
    `);
    expect(
      spread(
        Array(18).fill(0),
        `
          1.....
          ......
          2....3
        `,
        mask.data,
      ),
    ).toEqual(['1111..', '.1.3..', '21.333']);
  });

  test('measures paths over a flat image by steps to the eight neighbours', () => {
    const side = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(side, side, fc.nat(), (width, height, at) => {
        const seeds = new Int32Array(width * height);
        const seed = at % seeds.length;
        seeds[seed] = 5;
        const mask = everywhere(seeds.length);
        const { labels, distances } = propagateLabels(mask, seeds, width, { mask, weight: 1 });
        distances.forEach((distance, i) => {
          const dx = Math.abs((i % width) - (seed % width));
          const dy = Math.abs(Math.floor(i / width) - Math.floor(seed / width));
          const shorter = Math.min(dx, dy);
          expect(distance).toBeCloseTo(shorter * Math.SQRT2 + Math.max(dx, dy) - shorter, 9);
          expect(labels[i]).toBe(5);
        });
      }),
    );
  });

  test('gives -1 where no seed leads to', () => {
    const { labels, distances } = propagateLabels([0, 0, 0], Int32Array.from([1, 0, 0]), 3, {
      mask: [1, 0, 1],
      weight: 1,
    });
    expect([...labels]).toEqual([1, 0, 0]);
    expect([...distances]).toEqual([0, -1, -1]);
  });
});
