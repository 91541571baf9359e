import { expect, it } from 'vitest';
import { draw, readLabels } from './ascii-mask.ts';
import { labelEdges } from './label-edges.ts';

const LABELS = readLabels(`
  .....
  .1122
  .1122
  .1122
`);

it('marks both sides of every border', () => {
  expect(draw(labelEdges(LABELS))).toEqual(['.####', '#####', '####.', '####.']);
});

it('marks the objects only', () => {
  expect(draw(labelEdges(LABELS, { side: 'inner' }))).toEqual(['.....', '.####', '.###.', '.###.']);
});

it('marks nothing where the object meets the edge of the image', () => {
  expect(draw(labelEdges(readLabels('11\n11')))).toEqual(['..', '..']);
});
