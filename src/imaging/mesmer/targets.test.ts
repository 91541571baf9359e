import { describe, expect, it } from 'vitest';
import { deepWatershed } from './deep-watershed.ts';
import { erodeEdges } from './erode-edges.ts';
import { innerDistance } from './inner-distance.ts';
import { PIXELWISE, pixelwiseClasses } from './pixelwise-classes.ts';

const labelsOf = (rows: string[]) =>
  Int32Array.from(rows.join(''), (digit) => (digit === '.' ? 0 : Number(digit)));

const TOUCHING = labelsOf([
  '.........',
  '.1111222.',
  '.1111222.',
  '.1111222.',
  '.1111222.',
  '.........',
]);

describe('erodeEdges', () => {
  it('parts objects that touch, and takes the image’s edge for no border', () => {
    expect(erodeEdges(TOUCHING, 9, 1)).toEqual(
      labelsOf(['.........', '.........', '..11..2..', '..11..2..', '.........', '.........']),
    );
    expect(erodeEdges(labelsOf(['11', '11']), 2, 3)).toEqual(labelsOf(['11', '11']));
  });
});

describe('pixelwiseClasses', () => {
  it('has edges inside, and one pixel outside to the four sides', () => {
    const { edge, interior, background } = PIXELWISE;
    const classes = pixelwiseClasses(labelsOf(['.....', '.111.', '.111.', '.111.', '.....']), 5);
    expect(classes[12]).toBe(interior);
    expect(Array.from(classes.slice(0, 5))).toEqual([background, edge, edge, edge, background]);
    expect(Array.from(classes.slice(10, 15))).toEqual([edge, edge, interior, edge, edge]);
  });
});

describe('innerDistance', () => {
  it('is 1 in the middle and falls with the squared distance by the object’s size', () => {
    const square = labelsOf(Array.from({ length: 7 }, (_, y) => (y % 6 ? '.11111.' : '.......')));
    const distance = innerDistance(square, 7);
    expect(distance[24]).toBe(1);
    expect(distance[25]).toBeCloseTo(1 / (1 + 1 / 3), 6);
    expect(distance[16]).toBeCloseTo(1 / (1 + 2 / 3), 6);
    expect(distance[8]).toBe(0);
  });

  it('takes one object that covers all, which the watershed finds again', () => {
    const all = new Int32Array(20 * 15).fill(4);
    const distance = innerDistance(all, 20);
    expect(Math.max(...distance)).toBeGreaterThan(0.9);
    const interior = Float32Array.from(pixelwiseClasses(all, 20), (each) =>
      each === PIXELWISE.interior ? 1 : 0,
    );
    const rules = { radius: 2, maximaThreshold: 0.1, interiorThreshold: 0.2 };
    const { labels, count } = deepWatershed(distance, interior, 20, 15, rules);
    expect(count).toBe(1);
    expect(labels.every((label) => label === 1)).toBe(true);
  });

  it('is 0 without objects', () => {
    expect(innerDistance(new Int32Array(12), 4)).toEqual(new Float32Array(12));
  });
});
