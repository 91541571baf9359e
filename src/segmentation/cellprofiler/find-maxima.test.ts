import { expect, it } from 'vitest';
import type { RealImage } from '../../imaging/real-values.ts';
import { findMaxima } from './find-maxima.ts';
import { smoothForDeclumping } from './smooth-for-declumping.ts';

const SIDE = 40;

function hills(peaks: [x: number, y: number][]): RealImage {
  const data = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    const x = i % SIDE;
    const y = (i - x) / SIDE;
    return peaks.reduce(
      (sum, [px, py]) => sum + Math.exp(-((x - px) ** 2 + (y - py) ** 2) / 30),
      0,
    );
  });
  return { width: SIDE, height: SIDE, data };
}

function found(image: RealImage, scale: number, radius: number): number[][] {
  const labels = new Int32Array(image.data.length).fill(1);
  const maxima = findMaxima({ ...image, labels }, { scale, radius, suppression: radius });
  return Array.from(maxima.keys())
    .filter((i) => maxima[i])
    .map((i) => [i % SIDE, Math.floor(i / SIDE)]);
}

it('finds the tops of hills, whole and reduced', () => {
  const image = hills([
    [10, 10],
    [28, 24],
  ]);
  expect(found(image, 1, 6)).toEqual([
    [10, 10],
    [28, 24],
  ]);
  const near = found(image, 0.5, 3);
  expect(near).toHaveLength(2);
  expect(Math.hypot(near[0][0] - 10, near[0][1] - 10)).toBeLessThan(2);
  expect(Math.hypot(near[1][0] - 28, near[1][1] - 24)).toBeLessThan(2);
});

it('finds one point on a plateau, and none where the image is 0', () => {
  const plateau = hills([]);
  expect(found(plateau, 1, 3)).toEqual([]);
  plateau.data.fill(1);
  expect(found(plateau, 1, 3)).toHaveLength(1);
});

it('joins close hills by smoothing, and evens out edges', () => {
  const close = hills([
    [14, 20],
    [26, 20],
  ]);
  const smoothed = { ...close, data: smoothForDeclumping(close, 30) };
  expect(found(close, 1, 4)).toHaveLength(2);
  expect(found(smoothed, 1, 4)).toHaveLength(1);
  const flat = { ...close, data: new Float64Array(SIDE * SIDE).fill(0.5) };
  for (const value of smoothForDeclumping(flat, 12)) expect(value).toBeCloseTo(0.5, 12);
});

it('leaves the image as it is with a filter of 0', () => {
  const image = hills([[20, 20]]);
  expect(smoothForDeclumping(image, 0)).toBe(image.data);
});
