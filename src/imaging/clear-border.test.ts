import { expect, it } from 'vitest';
import { draw, readLabels } from './ascii-mask.ts';
import { clearBorder } from './clear-border.ts';

it('clears what touches the edge and keeps the other ids', () => {
  const labels = readLabels(`
    1....
    1.22.
    ..22.
    ....3
  `);
  expect(draw(clearBorder(labels))).toEqual(['.....', '..22.', '..22.', '.....']);
});

it('clears an object that is all there is', () => {
  expect(draw(clearBorder(readLabels('1')))).toEqual(['.']);
});
