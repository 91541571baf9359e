import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readMask } from './ascii-mask.ts';
import type { ByteImage } from './image.ts';
import { instanceStatistics } from './instance-statistics.ts';
import { labelComponents } from './label-components.ts';
import { watershedSplit } from './watershed-split.ts';

const PAIR = readMask(`
  .................
  ..###.......###..
  .#####.....#####.
  #######...#######
  #################
  #######...#######
  .#####.....#####.
  ..###.......###..
  .................
`);

const OVAL = readMask(`
  .................
  .....#######.....
  ...###########...
  .##############..
  .###############.
  .##############..
  ...###########...
  .....#######.....
  .................
`);

function enlarge({ width, height, data }: ByteImage, times: number): ByteImage {
  const large = new Uint8Array(width * height * times * times);
  for (let i = 0; i < large.length; i++) {
    const x = Math.floor((i % (width * times)) / times);
    const y = Math.floor(i / (width * times) / times);
    large[i] = data[y * width + x];
  }
  return { width: width * times, height: height * times, channels: 1, data: large };
}

function countOf(mask: ByteImage): number {
  return instanceStatistics(watershedSplit(mask)).length;
}

describe('watershedSplit', () => {
  it('cuts two discs apart at their neck', () => {
    const labels = watershedSplit(PAIR);
    const [left, right] = instanceStatistics(labels);
    expect(instanceStatistics(labels)).toHaveLength(2);
    expect(Math.abs(left.area - right.area)).toBeLessThanOrEqual(1);
    expect(draw(labels)[4]).toMatch(/^1{8,9}2{8,9}$/);
  });

  it('leaves an oval whole', () => {
    expect(countOf(OVAL)).toBe(1);
  });

  it.each([2, 5, 16])('cuts an enlargement by %i as the original', (times) => {
    expect(countOf(enlarge(PAIR, times))).toBe(2);
    expect(countOf(enlarge(OVAL, times))).toBe(1);
  });

  it('cuts at the image edge as inside', () => {
    const { width, data } = PAIR;
    const half = { width, height: 5, channels: 1 as const, data: data.slice(4 * width) };
    expect(countOf(half)).toBe(2);
  });

  it('obeys its options', () => {
    expect(instanceStatistics(watershedSplit(PAIR, { depth: 0.95 }))).toHaveLength(1);
    expect(instanceStatistics(watershedSplit(PAIR, { smallestDepth: 5 }))).toHaveLength(1);
  });

  it('takes a mask that is all foreground, or empty', () => {
    expect(draw(watershedSplit(readMask('##\n##')))).toEqual(['11', '11']);
    expect(draw(watershedSplit(readMask('..\n..')))).toEqual(['..', '..']);
  });

  it('refines the components, each part in one piece and numbered in raster order', () => {
    const options = { smoothing: 0, depth: 0, smallestDepth: 0.01 };
    fc.assert(
      fc.property(arbitraryMask(), (mask) => {
        const labels = watershedSplit(mask, options);
        const components = labelComponents(mask);
        const componentOf = new Map<number, number>();
        const order: number[] = [];
        for (let i = 0; i < labels.data.length; i++) {
          const id = labels.data[i];
          expect(id === 0).toBe(mask.data[i] === 0);
          if (id === 0) continue;
          if (!componentOf.has(id)) {
            componentOf.set(id, components.data[i]);
            order.push(id);
          }
          expect(components.data[i]).toBe(componentOf.get(id));
        }
        expect(order).toEqual(order.map((_, i) => i + 1));
        for (const id of order) {
          const part = {
            ...mask,
            data: Uint8Array.from(labels.data, (other) => (other === id ? 255 : 0)),
          };
          expect(instanceStatistics(labelComponents(part))).toHaveLength(1);
        }
      }),
    );
  });
});
