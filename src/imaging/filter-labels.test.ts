import { expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { compactLabels, filterLabels, labelAreas, labelsAtEdge } from './filter-labels.ts';

const { width, height, data } = readLabels('5..22\n...2.\n.77..\n.....\n..9..');
const labels = Int32Array.from(data);

it('counts the pixels of labels, with gaps', () => {
  const areas = labelAreas(labels);
  expect([areas[0], areas[2], areas[3], areas[7], areas[9]]).toEqual([18, 3, 0, 2, 1]);
  expect([...labelAreas(new Int32Array(4))]).toEqual([4]);
});

it('finds what touches the edge', () => {
  expect(labelsAtEdge(labels, width, height)).toEqual(new Set([5, 2, 9]));
});

it('takes objects out and closes the gaps between labels', () => {
  const kept = filterLabels(labels, (label) => label !== 2);
  expect(labelAreas(kept)[2]).toBe(0);
  const { labels: compact, count } = compactLabels(kept);
  expect(count).toBe(3);
  expect([compact[0], compact[11], compact[22]]).toEqual([1, 2, 3]);
});

it('has nothing to do in an empty map', () => {
  expect(compactLabels(new Int32Array(3))).toEqual({ labels: new Int32Array(3), count: 0 });
});
