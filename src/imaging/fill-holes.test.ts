import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readMask } from './ascii-mask.ts';
import { fillHoles } from './fill-holes.ts';

it('fills what is closed to the four neighbours, a diagonal gap too', () => {
  const mask = readMask(`
    .####...
    .#..#.#.
    .#..##.#
    .#####.#
    ......#.
    ##......
    .#......
  `);
  expect(draw(fillHoles(mask))).toEqual([
    '.####...',
    '.####.#.',
    '.#######',
    '.#######',
    '......#.',
    '##......',
    '.#......',
  ]);
});

it('leaves a bay at the edge of the image open', () => {
  expect(draw(fillHoles(readMask('#.#\n###')))).toEqual(['#.#', '###']);
});

it('keeps the foreground and changes nothing the second time', () => {
  fc.assert(
    fc.property(arbitraryMask(), (mask) => {
      const once = fillHoles(mask);
      expect(mask.data.every((level, i) => level === 0 || once.data[i] === 255)).toBe(true);
      expect(fillHoles(once).data).toEqual(once.data);
    }),
  );
});
