import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzPlans } from './fuzz-plans.ts';
import { judgeReading } from './judge-reading.ts';

/** Runs per unit of weight: some twenty seconds in all. `npm run fuzz` goes on from here. */
const RUNS = 150;

describe('files made up or changed end in data or in a typed error with a place', () => {
  it.each(fuzzPlans())('$name', ({ file, bytes, readers, weight }) => {
    fc.assert(
      fc.property(bytes, (input) => {
        for (const reader of readers) {
          expect(judgeReading(input, reader, file).problem).toBeNull();
        }
      }),
      { numRuns: RUNS * weight, seed: 20 },
    );
  });
});
