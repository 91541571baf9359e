import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readLabels, readMask } from './ascii-mask.ts';
import { labelComponents } from './label-components.ts';
import { watershed } from './watershed.ts';

interface ReferenceCase {
  connectivity: 4 | 8;
  line: boolean;
  /** Rows parted by spaces, as the drawings of `ascii-mask.ts`. */
  values: string;
  markers: string;
  mask: string;
  labels: string;
}

const references = JSON.parse(
  readFileSync(new URL('./fixtures/watershed-scikit-image.json', import.meta.url), 'utf8'),
) as ReferenceCase[];

const rows = (drawing: string) => drawing.replaceAll(' ', '\n');

describe('watershed', () => {
  test.each(references)('divides plateaus as scikit-image does (case %#)', (reference) => {
    const { connectivity, line } = reference;
    const values = readLabels(rows(reference.values));
    const markers = Int32Array.from(readLabels(rows(reference.markers)).data);
    const mask = readMask(rows(reference.mask)).data;
    const labels = watershed(Float32Array.from(values.data), markers, values.width, {
      mask,
      connectivity,
      line,
    });
    const image = { ...values, data: Uint16Array.from(labels) };
    expect(draw(image)).toEqual(draw(readLabels(rows(reference.labels))));
  });

  test('floods the valleys before the ridge', () => {
    const values = Float32Array.from([0, 1, 9, 2, 0, 0]);
    expect([...watershed(values, Int32Array.from([1, 0, 0, 0, 0, 2]), 6)]).toEqual([
      1, 1, 1, 2, 2, 2,
    ]);
  });

  test('labels exactly the components that hold a marker', () => {
    fc.assert(
      fc.property(arbitraryMask(), fc.nat(), (mask, at) => {
        const { width, data } = mask;
        const markers = new Int32Array(data.length);
        markers[at % data.length] = -3;
        const labels = watershed(new Float32Array(data.length), markers, width, { mask: data });
        const components = labelComponents(mask, { connectivity: 4 }).data;
        const flooded = components[at % data.length];
        expect([...labels]).toEqual(
          Array.from(components, (id) => (id !== 0 && id === flooded ? -3 : 0)),
        );
      }),
    );
  });

  test('gives an image without markers no labels', () => {
    expect([...watershed(new Float32Array(4), new Int32Array(4), 2)]).toEqual([0, 0, 0, 0]);
    expect([...watershed(new Float32Array(1), Int32Array.from([7]), 1)]).toEqual([7]);
  });
});
