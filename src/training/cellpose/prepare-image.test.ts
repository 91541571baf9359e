import { describe, expect, it } from 'vitest';
import { medianDiameter } from '../../imaging/median-diameter.ts';
import { brightDiscs } from '../fixtures/bright-discs.ts';
import { hasEnoughObjects, prepareForCellpose } from './prepare-image.ts';

describe('an image prepared for Cellpose', () => {
  it('has objects of the network’s diameter and percentiles at 0 and 1', () => {
    const [original] = brightDiscs(1, 64);
    const { image, labels } = prepareForCellpose(original, 12, 2);
    expect(medianDiameter(labels)).toBeCloseTo(12, 0);
    expect([labels.width, labels.height]).toEqual([image.width, image.height]);
    const first = image.data.filter((_, i) => i % 2 === 0);
    const second = image.data.filter((_, i) => i % 2 === 1);
    expect(Math.max(...first)).toBeGreaterThan(0.9);
    expect(second.every((value) => value === 0)).toBe(true);
  });

  it('keeps its size without objects, of which there must be five to learn from', () => {
    const [original] = brightDiscs(1, 20);
    const none = { ...original, labels: { ...original.labels, data: new Uint16Array(400) } };
    expect(prepareForCellpose(none, 12, 1).image).toMatchObject({ width: 20, channels: 1 });
    expect(hasEnoughObjects(none)).toBe(false);
    const ids = Uint16Array.from({ length: 400 }, (_, i) => i % 6);
    expect(hasEnoughObjects({ ...none, labels: { ...none.labels, data: ids } })).toBe(true);
  });
});
