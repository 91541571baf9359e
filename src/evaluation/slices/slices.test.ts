import { describe, expect, it } from 'vitest';
import { drawLabels } from '../fixtures/draw-labels.ts';
import { evaluateImage } from '../image-evaluation.ts';
import { sliceImages } from './image-slices.ts';
import { type ImageTraits, imageTraits } from './image-traits.ts';
import { sizeBounds, sliceBySize } from './size-slices.ts';
import { touchingObjects } from './touching-objects.ts';

const EMPTY = drawLabels(4, 2, []);

describe('imageTraits', () => {
  it('measures density, size, brightness and touching', () => {
    const truth = drawLabels(4, 2, [
      [1, 0, 1, 0, 2],
      [2, 1, 2, 2, 3],
      [9, 0, 1, 3, 4],
    ]);
    const image = {
      width: 4,
      height: 2,
      channels: 1,
      data: Float32Array.of(10, 20, 0, 40, 0, 0, 30, 0),
    };
    expect(imageTraits(truth, { ...image, largestValue: 100 })).toEqual({
      width: 4,
      height: 2,
      objects: 3,
      density: 0.5,
      size: 1,
      brightness: 0.25,
      touching: 1,
    });
  });

  it('has no values of what is not there', () => {
    expect(imageTraits(EMPTY, null)).toEqual({
      ...{ width: 4, height: 2, objects: 0, density: 0 },
      ...{ size: null, brightness: null, touching: null },
    });
  });
});

describe('touchingObjects', () => {
  it('counts corners, and not what lies a pixel apart or across the edge of the image', () => {
    const labels = drawLabels(6, 3, [
      [1, 0, 1, 0, 1],
      [2, 1, 2, 1, 2],
      [3, 1, 2, 3, 4],
      [4, 0, 1, 5, 6],
      [5, 2, 3, 0, 1],
    ]);
    expect([...touchingObjects(labels)].sort()).toEqual([1, 2, 5]);
  });
});

describe('sliceImages', () => {
  const traits = (densities: (number | null)[]) =>
    densities.map((size) => ({ ...imageTraits(EMPTY, null), size }) as ImageTraits);

  it('parts images into thirds of rising values', () => {
    const slices = sliceImages(traits([60, 10, 50, 20, 40, 30, null]), 'size');
    expect(slices).toEqual([
      { from: 10, to: 20, images: [1, 3] },
      { from: 30, to: 40, images: [5, 4] },
      { from: 50, to: 60, images: [2, 0] },
    ]);
  });

  it('keeps equal values together, and makes fewer slices where there is less to tell apart', () => {
    expect(sliceImages(traits([5, 5, 5, 5]), 'size')).toEqual([
      { from: 5, to: 5, images: [0, 1, 2, 3] },
    ]);
    expect(
      sliceImages(traits([1, 1, 1, 1, 1, 9]), 'size').map(({ images }) => images.length),
    ).toEqual([5, 1]);
    expect(sliceImages([], 'size')).toEqual([]);
  });
});

describe('sliceBySize', () => {
  it('tells how many objects of each size were found', () => {
    const truth = drawLabels(40, 10, [
      [1, 0, 2, 0, 2],
      [2, 0, 4, 10, 14],
      [3, 0, 8, 20, 28],
    ]);
    const predicted = drawLabels(40, 10, [
      [1, 0, 8, 20, 28],
      [2, 0, 4, 10, 12],
    ]);
    const evaluation = evaluateImage(truth, predicted, null);
    const bounds = sizeBounds(evaluation.truth.map(({ area }) => area));
    expect(sliceBySize([evaluation], bounds)).toEqual([
      { from: 4, to: 4, objects: 1, recall: 0, meanIou: 0 },
      { from: 16, to: 16, objects: 1, recall: 1, meanIou: 0.5 },
      { from: 64, to: 64, objects: 1, recall: 1, meanIou: 1 },
    ]);
    expect(sliceBySize([], sizeBounds([]))).toEqual([]);
  });
});
