import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelAreas, labelsAtEdge } from '../../imaging/filter-labels.ts';
import type { RealImage } from '../../imaging/real-values.ts';
import { RandomState } from '../../random/random-state.ts';
import { identifyPrimaryObjects } from './identify-primary.ts';
import {
  DEFAULT_PRIMARY_SETTINGS,
  type PrimarySettings,
  UNCLUMP_METHODS,
  WATERSHED_METHODS,
} from './primary-settings.ts';

type Disk = [x: number, y: number, radius: number];

/** Bright disks, each brightest in its middle, on a dark ground that is not quite even. */
function disks(width: number, height: number, drawn: readonly Disk[]): RealImage {
  const data = Float64Array.from({ length: width * height }, (_, i) => 0.1 + ((i * 7) % 11) / 500);
  for (const [cx, cy, radius] of drawn) {
    for (let y = Math.max(0, cy - radius); y <= Math.min(height - 1, cy + radius); y++) {
      for (let x = Math.max(0, cx - radius); x <= Math.min(width - 1, cx + radius); x++) {
        const distance = Math.hypot(x - cx, y - cy);
        if (distance > radius) continue;
        const value = 0.9 - (0.2 * distance) / radius;
        data[y * width + x] = Math.max(data[y * width + x], value);
      }
    }
  }
  return { width, height, data };
}

const advanced = { ...DEFAULT_PRIMARY_SETTINGS, useAdvanced: true };

const scene = disks(160, 120, [
  [30, 30, 8],
  [70, 30, 3],
  [110, 60, 30],
  [2, 90, 8],
  [30, 90, 8],
  [43, 90, 8],
]);

function objectAt({ labels }: { labels: Int32Array }, x: number, y: number): number {
  return labels[y * scene.width + x];
}

describe('identifyPrimaryObjects', () => {
  it('discards what is small, large or at the border, and divides what touches', () => {
    const objects = identifyPrimaryObjects(scene, DEFAULT_PRIMARY_SETTINGS);
    expect(objects.counts.objects).toBe(3);
    expect(objectAt(objects, 70, 30)).toBe(0);
    expect(objectAt(objects, 110, 60)).toBe(0);
    expect(objectAt(objects, 2, 90)).toBe(0);
    const [single, left, right] = [
      [30, 30],
      [30, 90],
      [43, 90],
    ].map(([x, y]) => objectAt(objects, x, y));
    expect(new Set([single, left, right])).toEqual(new Set([1, 2, 3]));
  });

  it('says what was discarded, and why', () => {
    const objects = identifyPrimaryObjects(scene, DEFAULT_PRIMARY_SETTINGS);
    const at = (labels: Int32Array, x: number, y: number) => labels[y * scene.width + x] > 0;
    const places = [
      [30, 30],
      [70, 30],
      [110, 60],
      [2, 90],
    ];
    const where = (labels: Int32Array) => places.map(([x, y]) => at(labels, x, y));
    expect(where(objects.uneditedLabels)).toEqual([true, true, true, true]);
    expect(where(objects.borderExcluded)).toEqual([false, false, false, true]);
    expect(where(objects.sizeExcluded)).toEqual([false, true, true, false]);
    expect(where(objects.smallRemoved)).toEqual([true, false, true, false]);
  });

  it('keeps them when it is told to', () => {
    const settings = {
      ...DEFAULT_PRIMARY_SETTINGS,
      discardOutsideDiameter: false,
      discardTouchingBorder: false,
    };
    const objects = identifyPrimaryObjects(scene, settings);
    for (const [x, y] of [
      [70, 30],
      [110, 60],
      [2, 90],
    ]) {
      expect(objectAt(objects, x, y)).toBeGreaterThan(0);
    }
  });

  it('takes no advanced setting without being told to', () => {
    const settings = { ...advanced, useAdvanced: false, unclumpMethod: 'None' } as const;
    expect(identifyPrimaryObjects(scene, settings).labels).toEqual(
      identifyPrimaryObjects(scene, DEFAULT_PRIMARY_SETTINGS).labels,
    );
  });

  it('erases the objects of an image with too many', () => {
    const settings: PrimarySettings = {
      ...advanced,
      excessHandling: 'Erase',
      maximumObjectCount: 2,
    };
    const objects = identifyPrimaryObjects(scene, settings);
    expect(objects.counts.objects).toBe(0);
    expect(objects.labels.some((label) => label > 0)).toBe(false);
    const enough = identifyPrimaryObjects(scene, { ...settings, maximumObjectCount: 3 });
    expect(enough.counts.objects).toBe(3);
  });

  it('leaves holes alone when it is told never to fill them', () => {
    const ring = disks(80, 80, [[40, 40, 15]]);
    for (let y = 36; y <= 44; y++) for (let x = 36; x <= 44; x++) ring.data[y * 80 + x] = 0.11;
    const settings = { ...advanced, unclumpMethod: 'None' } as const;
    const middle = 40 * 80 + 40;
    expect(identifyPrimaryObjects(ring, settings).labels[middle]).toBe(1);
    const never = identifyPrimaryObjects(ring, { ...settings, fillHoles: 'Never' });
    expect([never.counts.objects, never.labels[middle]]).toEqual([1, 0]);
    const after = identifyPrimaryObjects(ring, { ...settings, fillHoles: 'After declumping only' });
    expect([after.binary[middle], after.labels[middle]]).toEqual([0, 1]);
  });

  it('gives the same objects again', () => {
    const settings = { ...advanced, unclumpMethod: 'Shape', watershedMethod: 'Shape' } as const;
    expect(identifyPrimaryObjects(scene, settings)).toEqual(
      identifyPrimaryObjects(scene, settings),
    );
  });

  it('counts thousands of objects', () => {
    const grid = Array.from(
      { length: 4096 },
      (_, i): Disk => [8 + 15 * (i % 64), 8 + 15 * Math.floor(i / 64), 5],
    );
    const { counts } = identifyPrimaryObjects(disks(968, 968, grid), DEFAULT_PRIMARY_SETTINGS);
    expect(counts.objects).toBe(4096);
  });

  it('keeps to the foreground, the border and the diameters, whatever the image', () => {
    const side = fc.integer({ min: 1, max: 24 });
    const cases = fc.record({
      width: side,
      height: side,
      seed: fc.nat(),
      unclumpMethod: fc.constantFrom(...UNCLUMP_METHODS),
      watershedMethod: fc.constantFrom(...WATERSHED_METHODS),
      minimumDiameter: fc.constantFrom(2, 4, 12),
    });
    fc.assert(
      fc.property(cases, ({ width, height, seed, ...chosen }) => {
        const data = new RandomState(seed % 2 ** 32).rand(width * height);
        const settings = {
          ...advanced,
          ...chosen,
          maximumDiameter: 14,
          fillHoles: 'Never',
        } as const;
        const { labels, binary, counts } = identifyPrimaryObjects(
          { width, height, data },
          settings,
        );
        expect(labelsAtEdge(labels, width, height).size).toBe(0);
        expect([...labels].every((label, i) => label === 0 || binary[i] === 1)).toBe(true);
        const areas = labelAreas(labels).subarray(1);
        expect(areas).toHaveLength(counts.objects);
        for (const area of areas) {
          expect(area).toBeGreaterThanOrEqual((Math.PI * chosen.minimumDiameter ** 2) / 4);
          expect(area).toBeLessThanOrEqual((Math.PI * 14 ** 2) / 4);
        }
      }),
    );
  });

  const methods = UNCLUMP_METHODS.flatMap((unclumpMethod) =>
    WATERSHED_METHODS.map((watershedMethod) => ({ unclumpMethod, watershedMethod })),
  );

  it.each(methods)('takes poor images: $unclumpMethod, $watershedMethod', (chosen) => {
    const settings = {
      ...advanced,
      ...chosen,
      discardTouchingBorder: false,
      discardOutsideDiameter: false,
    };
    for (const minimumDiameter of [10, 20]) {
      const count = (width: number, height: number, value: (i: number) => number) => {
        const data = Float64Array.from({ length: width * height }, (_, i) => value(i));
        return identifyPrimaryObjects({ width, height, data }, { ...settings, minimumDiameter })
          .counts.objects;
      };
      expect(count(0, 0, () => 0)).toBe(0);
      expect(count(1, 1, () => 0.5)).toBeLessThanOrEqual(1);
      expect(count(1, 40, (i) => (i > 20 ? 1 : 0))).toBeGreaterThan(0);
      expect(count(30, 20, () => 0)).toBeLessThanOrEqual(1);
      expect(count(30, 20, (i) => (i === 0 ? 0 : 1))).toBeGreaterThan(0);
    }
  });
});
