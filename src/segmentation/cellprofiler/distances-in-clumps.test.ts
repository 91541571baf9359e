import { expect, it } from 'vitest';
import { readLabels } from '../../imaging/ascii-mask.ts';
import { distancesToBackground, distinctDistances } from './distances-in-clumps.ts';

const ring = readLabels('.......\n.11111.\n.11111.\n.11.11.\n.11111.\n.11111.\n.......');
const labels = Int32Array.from(ring.data);

it('adds the same noise of less than a thousandth every time', () => {
  const plain = distancesToBackground(labels, 7, 7);
  const distinct = distinctDistances(labels, 7, 7, false);
  expect(distinct).toEqual(distinctDistances(labels, 7, 7, false));
  expect(distinct.every((distance, i) => distance >= plain[i] && distance < plain[i] + 0.001)).toBe(
    true,
  );
  expect(new Set(distinct).size).toBe(49);
});

it('measures to the outside alone once holes are filled', () => {
  const middle = 3 * 7 + 3;
  expect(distinctDistances(labels, 7, 7, false)[middle]).toBeLessThan(0.001);
  expect(distinctDistances(labels, 7, 7, true)[middle]).toBeGreaterThanOrEqual(3);
});

it('measures from above the first pixel where there is no background', () => {
  expect([...distancesToBackground(new Int32Array(4).fill(1), 2, 2)]).toEqual([
    1,
    Math.SQRT2,
    2,
    Math.sqrt(5),
  ]);
});
