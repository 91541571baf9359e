import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brightDiscs } from '../fixtures/bright-discs.ts';
import { type Augmentation, PLAIN_CROPS } from './augmentation.ts';
import { drawExample } from './draw-example.ts';
import { exampleOrder, exampleStream } from './example-order.ts';
import { splitSet } from './split-set.ts';

const [DISCS] = brightDiscs(1, 32);
const WILD: Augmentation = {
  size: 20,
  rotation: 'any',
  flips: true,
  scale: [0.5, 2],
  gain: [0.5, 1.5],
  offset: [-0.1, 0.1],
  largestBlur: 2,
};

describe('an example', () => {
  it('without augmentation is a window of the image and its labels', () => {
    const { image, labels } = drawExample(DISCS, { ...PLAIN_CROPS, size: 12 }, exampleStream(1, 7));
    const rows = (data: ArrayLike<number>, width: number, x: number, y: number) =>
      Array.from({ length: 144 }, (_, i) => data[(y + Math.floor(i / 12)) * width + x + (i % 12)]);
    const places = Array.from({ length: 21 * 21 }, (_, i) => [i % 21, Math.floor(i / 21)]);
    const place = places.find(
      ([x, y]) => rows(DISCS.image.data, 32, x, y).join() === [...image.data].join(),
    );
    expect(place).toBeDefined();
    const [x, y] = place as number[];
    expect([...labels.data]).toEqual(rows(DISCS.labels.data, 32, x, y));
  });

  it('in quarter turns and mirrored has the values of the whole image', () => {
    const whole = { ...PLAIN_CROPS, size: 32, rotation: 'quarter' as const, flips: true };
    const sorted = (values: ArrayLike<number>) => Array.from(values).sort((a, b) => a - b);
    for (let position = 0; position < 12; position++) {
      const { image } = drawExample(DISCS, whole, exampleStream(1, position));
      expect(sorted(image.data)).toEqual(sorted(DISCS.image.data));
    }
  });

  it('is bright where its labels are, however it was turned and scaled', () => {
    const lit = { ...WILD, gain: [1, 1] as const, offset: [0, 0] as const, largestBlur: 0 };
    for (let position = 0; position < 12; position++) {
      const { image, labels } = drawExample(DISCS, lit, exampleStream(2, position));
      const mean = (inside: boolean) => {
        const values = image.data.filter((_, i) => labels.data[i] > 0 === inside);
        return values.length < 20 ? null : values.reduce((a, b) => a + b, 0) / values.length;
      };
      expect(mean(true) ?? 0.8).toBeGreaterThan(0.65);
      expect(mean(false) ?? 0.2).toBeLessThan(0.35);
    }
  });

  it('is the same for the same seed and position, whatever the sizes', () => {
    const sizes = fc.record({
      size: fc.integer({ min: 1, max: 48 }),
      position: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(sizes, ({ size, position }) => {
        const draw = () => drawExample(DISCS, { ...WILD, size }, exampleStream(3, position));
        const example = draw();
        expect(draw()).toEqual(example);
        expect(example.labels.data).toHaveLength(size * size);
        expect(example.image.data.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the order of examples', () => {
  it('has every image once in an epoch, and another order in the next', () => {
    const at = exampleOrder(1, 6);
    const epoch = (first: number) => Array.from({ length: 6 }, (_, i) => at(first + i));
    const [one, two] = [epoch(0), epoch(6)];
    for (const order of [one, two]) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(one).not.toEqual(two);
    expect(epoch(0)).toEqual(one);
  });
});

describe('holding images out', () => {
  it('leaves every image on one side, and one on each', () => {
    const { training, validation } = splitSet([1, 2, 3, 4, 5], 0.01, 1);
    expect(validation).toHaveLength(1);
    expect([...training, ...validation].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(splitSet([1, 2, 3, 4, 5], 0.01, 1)).toEqual({ training, validation });
    expect(splitSet([1, 2], 0, 1).validation).toEqual([]);
  });
});
