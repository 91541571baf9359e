import { expect, it } from 'vitest';
import { draw, readLabels } from './ascii-mask.ts';
import { removeSmallObjects } from './remove-small-objects.ts';

const LABELS = readLabels(`
  9.33
  ..33
  5..7
  5.77
`);

it('drops what has fewer pixels and numbers the rest in raster order', () => {
  expect(draw(removeSmallObjects(LABELS, 3))).toEqual(['..11', '..11', '...2', '..22']);
});

it('keeps an object of exactly the smallest area', () => {
  expect(draw(removeSmallObjects(LABELS, 2))).toEqual(['..11', '..11', '2..3', '2.33']);
});

it('renumbers even when nothing is too small', () => {
  expect(draw(removeSmallObjects(LABELS, 0))).toEqual(['1.22', '..22', '3..4', '3.44']);
});
