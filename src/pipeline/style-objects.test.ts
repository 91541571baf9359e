import { describe, expect, it } from 'vitest';
import type { IdMap } from '../imaging/read-id-map.ts';
import { MASK_CLASSES } from './label-classes.ts';
import { classRegions, objectsOfMaps } from './style-objects.ts';

function map(...data: number[]): IdMap {
  return { width: data.length, height: 1, bits: 16, data: Int32Array.from(data) };
}

/** The class of every id. */
function labels(instances: IdMap | null, classes: IdMap | null, labelNc = 3) {
  const objects = objectsOfMaps(instances, classes, labelNc, MASK_CLASSES);
  if (!objects) return null;
  const ids = [...new Set(objects.map.data)];
  return Object.fromEntries(ids.map((id) => [id, objects.labelOf(id)]));
}

describe('objectsOfMaps', () => {
  it('reads official ids', () => {
    expect(labels(map(0, 1000, 2001, 2), null)).toEqual({ 0: 0, 1000: 1, 2001: 2, 2: 2 });
    expect(labels(map(0, 9000), null, 0)).toEqual({ 0: 0, 9000: 9 });
  });

  it('takes any other map for one of plain objects', () => {
    expect(labels(map(0, 1, 2), null)).toEqual({ 0: 0, 1: 1, 2: 1 });
    expect(labels(map(0, 7, 1500), null)).toEqual({ 0: 0, 7: 1, 1500: 1 });
    expect(labels(map(0, 5000), null)).toEqual({ 0: 0, 5000: 1 });
  });

  it('gives plain objects the class of a label map, by majority', () => {
    expect(labels(map(0, 1, 1, 1, 2), map(0, 2, 2, 1, 1))).toEqual({ 0: 0, 1: 2, 2: 1 });
    expect(() => labels(map(0, 1), map(0, 1, 1))).toThrow('differ in size');
  });

  it('takes a label map alone for one region a class', () => {
    expect(labels(null, map(0, 2, 1))).toEqual({ 0: 0, 1: 1, 2: 2 });
    expect(labels(null, null)).toBeNull();
  });

  it('makes regions of the classes', () => {
    const objects = objectsOfMaps(map(0, 1000, 1001, 2000), null, 3, MASK_CLASSES);
    expect([...(objects ? classRegions(objects).map.data : [])]).toEqual([0, 1, 1, 2]);
  });
});
