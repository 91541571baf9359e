import { describe, expect, it } from 'vitest';
import type { DetectedObjects } from '../../nn/maskrcnn/detect-objects.ts';
import { MASK_SIDE } from '../../nn/maskrcnn/heads.ts';
import { mergeTiles } from './merge-tiles.ts';
import { paintObjects } from './paint-objects.ts';

/** Objects that fill their boxes, the surest first. @param certainty of every mask */
function objectsOf(boxes: number[][], scores: number[], certainty?: number[]): DetectedObjects {
  const perMask = MASK_SIDE * MASK_SIDE;
  const masks = Float32Array.from(
    { length: boxes.length * perMask },
    (_, i) => certainty?.[Math.trunc(i / perMask)] ?? 1,
  );
  return {
    boxes: Float32Array.from(boxes.flat()),
    scores: Float32Array.from(scores),
    classes: new Int32Array(boxes.length).fill(1),
    masks,
  };
}

const IMAGE = { width: 40, height: 20 };
const OPTIONS = { maskThreshold: 0.5, smallestObject: 1, overlapRule: 'score' as const };

describe('painting objects', () => {
  const overlapping = objectsOf(
    [
      [2, 2, 18, 18],
      [10, 2, 30, 18],
    ],
    [0.9, 0.8],
    [0.7, 1],
  );
  const middle = 10 * IMAGE.width + 14;

  it('gives what two objects cover to the surer one', () => {
    const { labels, scores } = paintObjects(overlapping, IMAGE, OPTIONS);
    expect(labels.data[middle]).toBe(1);
    expect(labels.data[10 * IMAGE.width + 25]).toBe(2);
    expect([...scores]).toEqual([...overlapping.scores]);
  });

  it('or to the one whose mask is surer there', () => {
    const rule = { ...OPTIONS, overlapRule: 'mask' as const };
    expect(paintObjects(overlapping, IMAGE, rule).labels.data[middle]).toBe(2);
  });

  it('drops what is left too small, and numbers the others without gaps', () => {
    const hidden = objectsOf(
      [
        [0, 0, 16, 16],
        [2, 2, 14, 14],
        [24, 2, 36, 14],
      ],
      [0.9, 0.8, 0.7],
    );
    const { labels, scores } = paintObjects(hidden, IMAGE, { ...OPTIONS, smallestObject: 10 });
    expect([...scores]).toEqual([...hidden.scores].filter((_, i) => i !== 1));
    expect(new Set(labels.data)).toEqual(new Set([0, 1, 2]));
  });

  it('paints 4,000 objects', () => {
    const image = { width: 800, height: 800 };
    const boxes = Array.from({ length: 4000 }, (_, i) => {
      const [x, y] = [(i % 64) * 12 + 2, Math.trunc(i / 64) * 12 + 2];
      return [x, y, x + 8, y + 8];
    });
    const { scores } = paintObjects(
      objectsOf(
        boxes,
        boxes.map(() => 0.9),
      ),
      image,
      OPTIONS,
    );
    expect(scores).toHaveLength(4000);
  });
});

describe('merging tiles', () => {
  const left = { x: 0, y: 0, width: 25, height: 20 };
  const right = { x: 15, y: 0, width: 25, height: 20 };
  const limits = { nmsThreshold: 0.3, detectionsPerImage: 10 };

  it('keeps once what both saw, and whole what one of them cut through', () => {
    const merged = mergeTiles(
      [
        {
          tile: left,
          objects: objectsOf(
            [
              [2, 2, 10, 10],
              [18, 2, 24.9, 12],
            ],
            [0.9, 0.95],
          ),
        },
        {
          tile: right,
          objects: objectsOf(
            [
              [18, 2, 28, 12],
              [30, 2, 38, 10],
            ],
            [0.8, 0.7],
          ),
        },
      ],
      IMAGE,
      limits,
    );
    expect([...merged.boxes]).toEqual([2, 2, 10, 10, 18, 2, 28, 12, 30, 2, 38, 10]);
    expect(merged.masks).toHaveLength(3 * MASK_SIDE * MASK_SIDE);
  });

  it('keeps an object that no tile saw whole, and one at the image’s own border', () => {
    const merged = mergeTiles(
      [
        { tile: left, objects: objectsOf([[0, 12, 25, 20]], [0.9]) },
        { tile: right, objects: objectsOf([[34, 0, 40, 8]], [0.8]) },
      ],
      IMAGE,
      limits,
    );
    expect([...merged.boxes]).toEqual([0, 12, 25, 20, 34, 0, 40, 8]);
  });

  it('keeps the surest where there are too many', () => {
    const merged = mergeTiles(
      [
        { tile: left, objects: objectsOf([[2, 2, 10, 10]], [0.5]) },
        { tile: right, objects: objectsOf([[30, 2, 38, 10]], [0.7]) },
      ],
      IMAGE,
      { ...limits, detectionsPerImage: 1 },
    );
    expect([...merged.boxes]).toEqual([30, 2, 38, 10]);
  });
});
