import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readMask } from './ascii-mask.ts';
import { labelComponents } from './label-components.ts';

const MASK = readMask(`
  #..#.
  ##..#
  ....#
  .#.#.
`);

it('joins corners with eight neighbours', () => {
  expect(draw(labelComponents(MASK))).toEqual(['1..2.', '11..2', '....2', '.3.2.']);
});

it('parts corners with four neighbours', () => {
  const labels = labelComponents(MASK, { connectivity: 4 });
  expect(draw(labels)).toEqual(['1..2.', '11..3', '....3', '.4.5.']);
});

it.each([4, 8] as const)(
  'gives a partition without neighbours across, connectivity %i',
  (connectivity) => {
    fc.assert(
      fc.property(arbitraryMask(), (mask) => {
        const { width, height, data } = labelComponents(mask, { connectivity });
        const firstSeen: number[] = [];
        for (let i = 0; i < data.length; i++) {
          expect(data[i] === 0).toBe(mask.data[i] === 0);
          if (data[i] && !firstSeen.includes(data[i])) firstSeen.push(data[i]);
          const x = i % width;
          const y = (i - x) / width;
          const neighbours = [x < width - 1 && i + 1, y < height - 1 && i + width];
          if (connectivity === 8 && y < height - 1) {
            neighbours.push(x < width - 1 && i + width + 1, x > 0 && i + width - 1);
          }
          for (const j of neighbours) {
            if (j !== false && data[i] && data[j]) expect(data[j]).toBe(data[i]);
          }
        }
        expect(firstSeen).toEqual(firstSeen.map((_, i) => i + 1));
      }),
    );
  },
);

it('refuses more objects than 16 bits can name', () => {
  const side = 514;
  const data = Uint8Array.from({ length: side * side }, (_, i) =>
    (i % side) % 2 === 0 && Math.floor(i / side) % 2 === 0 ? 255 : 0,
  );
  const mask = { width: side, height: side, channels: 1 as const, data };
  expect(() => labelComponents(mask)).toThrow(CytoForgeError);
});
