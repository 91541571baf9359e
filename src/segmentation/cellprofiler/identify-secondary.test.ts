import { describe, expect, it } from 'vitest';
import { draw, readLabels, readMask } from '../../imaging/ascii-mask.ts';
import { identifySecondaryObjects, type SeedObjects } from './identify-secondary.ts';
import {
  DEFAULT_SECONDARY_SETTINGS,
  SECONDARY_METHODS,
  type SecondarySettings,
} from './secondary-settings.ts';

const MANUAL = { ...DEFAULT_SECONDARY_SETTINGS.threshold, globalMethod: 'Manual' as const };

/** Bright cells (0.8) on a dark ground (0.1). */
function stained(drawing: string) {
  const { width, height, data } = readMask(drawing);
  return { width, height, data: Float32Array.from(data, (level) => (level ? 0.8 : 0.1)) };
}

function seeds(drawing: string): SeedObjects {
  const labels = Int32Array.from(readLabels(drawing).data);
  return { labels, uneditedLabels: labels };
}

const CELLS = stained(`
  ..........
  .########.
  .########.
  .########.
  ..........
`);
const NUCLEI = seeds(`
  ..........
  ..........
  ..1....2..
  ..........
  ..........
`);

function found(
  changes: Partial<SecondarySettings>,
  image = CELLS,
  primary = NUCLEI,
): { labels: string[]; primary: string[] } {
  const { labels, primaryLabels } = identifySecondaryObjects(image, primary, {
    ...DEFAULT_SECONDARY_SETTINGS,
    threshold: { ...MANUAL, manualThreshold: 0.5 },
    ...changes,
  });
  const { width, height } = image;
  return {
    labels: draw({ width, height, data: Uint16Array.from(labels) }),
    primary: draw({ width, height, data: Uint16Array.from(primaryLabels) }),
  };
}

describe('identifySecondaryObjects', () => {
  it.each(['Propagation', 'Watershed - Image', 'Distance - B'] as const)(
    'shares the foreground out between the nuclei (%s)',
    (method) => {
      const row = '.11112222.';
      expect(found({ method }).labels).toEqual(['..........', row, row, row, '..........']);
    },
  );

  it('grows by a distance with no regard to the image', () => {
    expect(found({ method: 'Distance - N', distanceToDilate: 1 }).labels).toEqual([
      '..........',
      '..1....2..',
      '.111..222.',
      '..1....2..',
      '..........',
    ]);
  });

  it('stops at a distance within the foreground, to which the change of the image adds', () => {
    const { labels } = found({ method: 'Distance - B', distanceToDilate: 1 });
    expect(labels.slice(1, 4)).toEqual(['..........', '..11..22..', '..........']);
  });

  it('drops cells at the border and, if asked, their nuclei', () => {
    const nuclei = seeds('..............\n..1.........2.\n..............');
    const cut = stained('..............\n.#####....###.\n..............');
    const border = { discardTouchingBorder: true };
    expect(found(border, cut, nuclei).labels[1]).toBe('.11111....222.');
    const half = stained('..............\n######....###.\n..............');
    const kept = found({ ...border, discardAssociatedPrimary: true }, half, nuclei);
    expect(kept.labels[1]).toBe('..........111.');
    expect(kept.primary[1]).toBe('............1.');
    expect(found(border, half, nuclei).labels[1]).toBe('..........222.');
  });

  it('fills holes unless told not to', () => {
    const ring = stained('.......\n.#####.\n.#...#.\n.#####.\n.......');
    const nucleus = seeds('.......\n.1.....\n.......\n.......\n.......');
    expect(found({}, ring, nucleus).labels[2]).toBe('.11111.');
    expect(found({ fillHoles: false }, ring, nucleus).labels[2]).toBe('.1...1.');
  });

  it('leaves their cells to nuclei that were discarded at the border', () => {
    const image = stained('########');
    const uneditedLabels = Int32Array.of(7, 0, 0, 0, 0, 0, 9, 0);
    const labels = Int32Array.of(0, 0, 0, 0, 0, 0, 1, 0);
    expect(found({}, image, { labels, uneditedLabels }).labels).toEqual(['....1111']);
  });

  it.each(SECONDARY_METHODS)('gives nothing where there are no nuclei (%s)', (method) => {
    const blank = { width: 3, height: 2, data: new Float32Array(6).fill(0.3) };
    const none = { labels: new Int32Array(6), uneditedLabels: new Int32Array(6) };
    expect(found({ method }, blank, none).labels).toEqual(['...', '...']);
  });

  it('takes one nucleus that covers a constant image', () => {
    const blank = { width: 2, height: 2, data: new Float32Array(4).fill(0.3) };
    expect(found({ method: 'Watershed - Gradient' }, blank, seeds('11\n11')).labels).toEqual([
      '11',
      '11',
    ]);
  });
});
