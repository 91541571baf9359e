import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { numberComponents } from './number-components.ts';

it('numbers from 1, without gaps, in the order of their first pixels', () => {
  fc.assert(
    fc.property(arbitraryMask(), fc.constantFrom(4 as const, 8 as const), (mask, connectivity) => {
      const { data, width, height } = mask;
      const { labels, count } = numberComponents(data, width, height, connectivity);
      expect([...labels].every((label, i) => label > 0 === data[i] > 0)).toBe(true);
      const inOrder = [...new Set(labels)].filter((label) => label > 0);
      expect(inOrder).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    }),
  );
});

it('counts more objects than a 16-bit label map can hold', () => {
  const side = 600;
  const board = Uint8Array.from({ length: side * side }, (_, i) => {
    const x = i % side;
    const y = (i - x) / side;
    return (x + y) % 2;
  });
  expect(numberComponents(board, side, side, 4).count).toBe((side * side) / 2);
  expect(numberComponents(board, side, side, 8).count).toBe(1);
});
