import { expect, it } from 'vitest';
import { draw, readLabels } from './ascii-mask.ts';
import { expandLabels } from './expand-labels.ts';

const LABELS = readLabels(`
  .......
  .1...2.
  .......
`);

it('grows objects no further than asked', () => {
  expect(draw(expandLabels(LABELS, 1))).toEqual(['.1...2.', '111.222', '.1...2.']);
});

it('gives what is as far from both to the one on the left', () => {
  expect(draw(expandLabels(LABELS, 2))).toEqual(['111.222', '1111222', '111.222']);
});

it('leaves an empty map empty', () => {
  expect(draw(expandLabels(readLabels('...'), 5))).toEqual(['...']);
});
