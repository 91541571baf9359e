import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetsCriteria, SEARCHED_MEASURES } from './sample-criteria.ts';
import type { SampleMeasures } from './sample-measures.ts';

const measures: SampleMeasures = {
  cells: 6,
  onBorder: 2,
  medianArea: 1500,
  medianEccentricity: 0.7,
  coverage: 0.25,
};

describe('meetsCriteria', () => {
  it('takes everything without criteria, and bounds that include their ends', () => {
    expect(meetsCriteria(measures, {})).toBe(true);
    expect(meetsCriteria(measures, { cells: { least: 6, most: 6 } })).toBe(true);
    expect(meetsCriteria(measures, { cells: { least: 7, most: null } })).toBe(false);
    expect(meetsCriteria(measures, { cells: { least: null, most: 5 } })).toBe(false);
  });

  it('wants all of them to hold', () => {
    const cells = { least: 1, most: 10 };
    expect(meetsCriteria(measures, { cells, coverage: { least: 0.2, most: 0.3 } })).toBe(true);
    expect(meetsCriteria(measures, { cells, coverage: { least: 0.3, most: null } })).toBe(false);
  });

  it('has no medians of nothing', () => {
    const empty = { ...measures, cells: 0, medianArea: null, medianEccentricity: null };
    expect(meetsCriteria(empty, { medianArea: { least: null, most: null } })).toBe(true);
    expect(meetsCriteria(empty, { medianArea: { least: null, most: 9999 } })).toBe(false);
  });

  it('never gains a sample by a narrower range', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    const sample = fc.record({
      cells: value,
      onBorder: value,
      medianArea: value,
      medianEccentricity: value,
      coverage: value,
    });
    fc.assert(
      fc.property(sample, fc.constantFrom(...SEARCHED_MEASURES), value, value, (of, name, a, b) => {
        const wide = { [name]: { least: Math.min(a, b), most: null } };
        const narrow = { [name]: { least: Math.max(a, b), most: null } };
        expect(meetsCriteria(of, wide) || !meetsCriteria(of, narrow)).toBe(true);
      }),
    );
  });
});
