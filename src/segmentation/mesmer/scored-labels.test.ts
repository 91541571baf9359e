import { expect, it } from 'vitest';
import { scoredLabels } from './scored-labels.ts';

const objects = { labels: Int32Array.of(1, 1, 0, 2, 3, 3, 3, 3), count: 3 };
const interior = Float32Array.of(0.5, 1, 0, 0.25, 0.5, 0.5, 1, 1);
const from = { width: 4, height: 2 };

it('scores objects by their mean interior', () => {
  const { labels, scores } = scoredLabels(objects, interior, from, from);
  expect(Array.from(labels.data)).toEqual(Array.from(objects.labels));
  expect(Array.from(scores)).toEqual([0.75, 0.25, 0.75]);
});

it('leaves out objects that a smaller image has no pixel for', () => {
  const { labels, scores } = scoredLabels(objects, interior, from, { width: 2, height: 2 });
  expect(Array.from(labels.data)).toEqual([1, 2, 3, 3]);
  expect(scores).toHaveLength(3);
  const row = scoredLabels(objects, interior, from, { width: 1, height: 1 });
  expect(Array.from(row.labels.data)).toEqual([1]);
  expect(Array.from(row.scores)).toEqual([0.75]);
});

it('refuses more objects than a label map can hold', () => {
  expect(() => scoredLabels({ ...objects, count: 70_000 }, interior, from, from)).toThrow(
    expect.objectContaining({ code: 'bad-image' }),
  );
});
