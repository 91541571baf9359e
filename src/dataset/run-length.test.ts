import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelImage } from '../imaging/image.ts';
import { instanceRuns } from './run-length.ts';

/** Row-major 0/1 pixels of column-major run lengths, as naively as can be. */
function decode(counts: number[], width: number, height: number): number[] {
  const columnMajor = counts.flatMap((length, index) => Array(length).fill(index % 2));
  return Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return columnMajor[x * height + y];
  });
}

const anyLabels: fc.Arbitrary<LabelImage> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .array(fc.constantFrom(0, 0, 1, 2, 65_535), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((data) => ({ width, height, data: Uint16Array.from(data) })),
  );

describe('instanceRuns', () => {
  it('counts down the columns, background first', () => {
    const labels = { width: 3, height: 2, data: Uint16Array.of(0, 7, 7, 0, 7, 0) };
    expect(instanceRuns(labels)).toEqual([
      { id: 7, area: 3, box: [1, 0, 2, 2], counts: [2, 3, 1] },
    ]);
  });

  it('begins with 0 when the first pixel is the object', () => {
    const labels = { width: 1, height: 2, data: Uint16Array.of(1, 1) };
    expect(instanceRuns(labels)[0].counts).toEqual([0, 2]);
  });

  it('decodes to exactly the pixels of each label', () => {
    fc.assert(
      fc.property(anyLabels, (labels) => {
        const { width, height, data } = labels;
        const objects = instanceRuns(labels);
        expect(objects.map(({ id }) => id)).toEqual(
          [...new Set(data)].filter((id) => id > 0).sort((a, b) => a - b),
        );
        for (const { id, area, box, counts } of objects) {
          const pixels = decode(counts, width, height);
          expect(pixels).toEqual([...data].map((value) => Number(value === id)));
          const xs = [...data.keys()].filter((at) => data[at] === id).map((at) => at % width);
          const ys = [...data.keys()]
            .filter((at) => data[at] === id)
            .map((at) => Math.floor(at / width));
          expect(area).toBe(xs.length);
          expect(box).toEqual([
            Math.min(...xs),
            Math.min(...ys),
            Math.max(...xs) - Math.min(...xs) + 1,
            Math.max(...ys) - Math.min(...ys) + 1,
          ]);
        }
      }),
    );
  });
});
