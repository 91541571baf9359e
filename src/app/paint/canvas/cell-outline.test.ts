import { expect, it } from 'vitest';
import { cellOutline } from './cell-outline.ts';

const labels = { width: 4, height: 3, data: Uint16Array.from('110011220022', Number) };

it('runs around a cell, the border of the map too', () => {
  const lines = cellOutline(labels, { x: 0, y: 0, width: 2, height: 2 }, (id) => id === 1);
  expect(lines).toEqual([0, 0, 2, 0, 0, 2, 2, 2, 0, 0, 0, 2, 2, 0, 2, 2]);
});

it('leaves out the edge between two cells that are chosen together', () => {
  const lines = cellOutline(labels, { x: 0, y: 0, width: 4, height: 3 }, (id) => id > 0);
  const vertical = lines.flatMap((_, i) => (i % 4 === 0 ? [lines.slice(i, i + 4)] : []));
  expect(vertical).not.toContainEqual([2, 1, 2, 2]);
  expect(vertical).toContainEqual([2, 0, 2, 1]);
  expect(vertical).toContainEqual([2, 2, 2, 3]);
});
