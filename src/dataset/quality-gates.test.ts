import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinySample } from './fixtures/tiny-sample.ts';
import { hasGates, judgeSample, OPEN_GATES } from './quality-gates.ts';
import { factsOfSample } from './sample-facts.ts';

const end = fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null });
/** Two objects, both on the border, over half of 12 pixels; level 90 everywhere. */
const facts = factsOfSample(tinySample(90));

describe('judgeSample', () => {
  it.each([
    [{ cells: { from: 3, to: null } }, [{ gate: 'cells', found: 2, from: 3, to: null }]],
    [{ cells: { from: null, to: 1 } }, [{ gate: 'cells', found: 2, from: null, to: 1 }]],
    [{ noBorder: true }, [{ gate: 'border', found: 2, from: 0, to: 0 }]],
    [
      { coverage: { from: null, to: 0.4 } },
      [{ gate: 'coverage', found: 0.5, from: null, to: 0.4 }],
    ],
    [{ intensity: { from: 91, to: 100 } }, [{ gate: 'intensity', found: 90, from: 91, to: 100 }]],
    [{ cells: { from: 2, to: 2 }, coverage: { from: 0.5, to: 0.5 } }, []],
  ])('by %j finds %j', (gates, failures) => {
    expect(judgeSample(facts, { ...OPEN_GATES, ...gates })).toEqual(failures);
    expect(hasGates({ ...OPEN_GATES, ...gates })).toBe(true);
  });

  it('lets everything through where nothing is asked, and judges no intensity without an image', () => {
    expect(hasGates(OPEN_GATES)).toBe(false);
    expect(judgeSample(facts, OPEN_GATES)).toEqual([]);
    const noImage = factsOfSample({ ...tinySample(0), image: null });
    expect(judgeSample(noImage, { ...OPEN_GATES, intensity: { from: 255, to: 255 } })).toEqual([]);
  });

  it('passes exactly what lies in the range', () => {
    fc.assert(
      fc.property(end, end, (from, to) => {
        const failed = judgeSample(facts, { ...OPEN_GATES, cells: { from, to } }).length > 0;
        expect(failed).toBe(!((from ?? 0) <= 2 && (to ?? 10) >= 2));
      }),
    );
  });
});
