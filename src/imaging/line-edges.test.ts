import { expect, it } from 'vitest';
import { type Edges, edgeSources } from './line-edges.ts';

it.each<[Edges, number[]]>([
  ['reflect', [2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0]],
  ['mirror', [0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2]],
  ['nearest', [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2]],
  ['constant', [-1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1]],
])('goes on beyond a line as SciPy’s mode %s', (edges, expected) => {
  expect([...edgeSources(3, 4, edges)]).toEqual(expected);
});

it.each<Edges>(['reflect', 'mirror', 'nearest'])(
  'repeats the one sample there is (%s)',
  (edges) => {
    expect([...edgeSources(1, 3, edges)]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  },
);
