import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMask } from '../arbitrary-mask.ts';
import { draw, readLabels, readMask } from '../ascii-mask.ts';
import type { LabelImage } from '../image.ts';
import { labelComponents } from '../label-components.ts';
import { findRegions, type SpotRegion } from './spot-regions.ts';

const LABELS = readLabels(`
  ..........
  .1111111..
  .1111111..
  .1111111..
  .1111111..
  .11111112.
  .11111112.
  .11111112.
  ........2.
`);

function drawn(region: SpotRegion, labels: LabelImage, nuclei: string | null = null): string[] {
  const { width, height } = labels;
  const data = new Uint8Array(width * height);
  for (const at of findRegions(labels, nuclei ? readMask(nuclei) : null).pixelsOf(region)) {
    data[at] = 255;
  }
  return draw({ width, height, channels: 1, data });
}

describe('findRegions', () => {
  it('takes two pixels along the edges of cells for membranes, also where cells touch', () => {
    expect(drawn('membranes', LABELS)).toEqual([
      '..........',
      '.#######..',
      '.#######..',
      '.##...##..',
      '.##...##..',
      '.##...###.',
      '.########.',
      '.########.',
      '........#.',
    ]);
  });

  it('takes the inner part for the nucleus where none is known', () => {
    expect(drawn('nuclei', LABELS)).toEqual([
      '..........',
      '..........',
      '..........',
      '...###....',
      '...###....',
      '...###..#.',
      '........#.',
      '........#.',
      '........#.',
    ]);
  });

  it('takes nuclei that are known, and never beyond cells', () => {
    const nuclei = `
      ##........
      ##........
      ..........
      ...##.....
      ..........
      ..........
      ..........
      ..........
      ..........
    `;
    expect(drawn('nuclei', LABELS, nuclei).slice(0, 4)).toEqual([
      '..........',
      '.#........',
      '..........',
      '...##.....',
    ]);
    expect(drawn('cytoplasm', LABELS, nuclei)[3]).toBe('.##..###..');
  });

  it('divides every image: background and cells, and these into nuclei and cytoplasm', () => {
    fc.assert(
      fc.property(arbitraryMask(), fc.boolean(), (mask, hasNuclei) => {
        const labels = labelComponents(mask);
        const nuclei = hasNuclei
          ? { ...mask, data: mask.data.map((_, at) => (at % 3 === 0 ? 1 : 0)) }
          : null;
        const regions = findRegions(labels, nuclei);
        const together = (...names: SpotRegion[]) =>
          names.flatMap((name) => [...regions.pixelsOf(name)]).sort((a, b) => a - b);
        const all = Array.from({ length: labels.data.length }, (_, at) => at);
        expect(together('cells', 'background')).toEqual(all);
        expect(together('nuclei', 'cytoplasm')).toEqual(together('cells'));
        const cells = new Set(together('cells'));
        expect(together('membranes').every((at) => cells.has(at))).toBe(true);
      }),
    );
  });
});
