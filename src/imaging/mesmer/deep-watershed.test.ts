import { describe, expect, it } from 'vitest';
import { deepWatershed } from './deep-watershed.ts';
import { innerDistance } from './inner-distance.ts';
import { PIXELWISE, pixelwiseClasses } from './pixelwise-classes.ts';

const SIDE = 60;

/** Two touching discs of 317 and 285 pixels. */
function twoDiscs(): Int32Array {
  return Int32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const x = i % SIDE;
    const y = Math.floor(i / SIDE);
    if ((y - 25) ** 2 + (x - 20) ** 2 <= 100) return 1;
    return (y - 25) ** 2 + (x - 38) ** 2 <= 90 ? 2 : 0;
  });
}

function interiorOf(labels: Int32Array): Float32Array {
  const classes = pixelwiseClasses(labels, SIDE);
  return Float32Array.from(classes, (each) => (each === PIXELWISE.interior ? 1 : 0));
}

const WHOLE_CELL = {
  radius: 2,
  maximaThreshold: 0.075,
  interiorSmooth: 2,
  interiorThreshold: 0.2,
};

const areaOf = (labels: Int32Array, label: number) =>
  labels.reduce((area, each) => area + (each === label ? 1 : 0), 0);

describe('deepWatershed', () => {
  it('finds the objects again that its targets were made of, as deepcell-toolbox does', () => {
    const truth = twoDiscs();
    expect([1, 2].map((label) => areaOf(truth, label))).toEqual([317, 285]);
    const maps = [innerDistance(truth, SIDE), interiorOf(truth)] as const;
    const { labels, count } = deepWatershed(...maps, SIDE, SIDE, WHOLE_CELL);
    expect(count).toBe(2);
    expect([1, 2].map((label) => areaOf(labels, label))).toEqual([354, 315]);
    const shared = [1, 2].map((label) =>
      truth.reduce((sum, each, i) => sum + (each === label && labels[i] === label ? 1 : 0), 0),
    );
    expect(shared).toEqual([316, 285]);
  });

  it('finds nothing where no maximum is high enough, and in a single pixel', () => {
    const truth = twoDiscs();
    const flat = new Float32Array(truth.length).fill(0.05);
    expect(deepWatershed(flat, interiorOf(truth), SIDE, SIDE, WHOLE_CELL).count).toBe(0);
    const pixel = Float32Array.of(1);
    expect(deepWatershed(pixel, pixel, 1, 1, WHOLE_CELL).count).toBe(0);
  });

  it('drops small objects and numbers the rest without gaps', () => {
    const truth = twoDiscs();
    const maps = [innerDistance(truth, SIDE), interiorOf(truth)] as const;
    const rules = { ...WHOLE_CELL, smallObjectsThreshold: 320 };
    const { labels, count } = deepWatershed(...maps, SIDE, SIDE, rules);
    expect(count).toBe(1);
    expect(areaOf(labels, 1)).toBe(354);
  });

  it('shrinks and grows objects when told to', () => {
    const truth = twoDiscs();
    const maps = [innerDistance(truth, SIDE), interiorOf(truth)] as const;
    const areaWith = (rules: object) => {
      const { labels } = deepWatershed(...maps, SIDE, SIDE, { ...WHOLE_CELL, ...rules });
      return areaOf(labels, 1);
    };
    expect(areaWith({ labelErosion: 1 })).toBeLessThan(354);
    expect(areaWith({ pixelExpansion: 2 })).toBeGreaterThan(354);
  });
});
