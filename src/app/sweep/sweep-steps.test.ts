import { describe, expect, it } from 'vitest';
import { SWEEP_COUNTS, sweepSteps, withCurrent } from './sweep-steps.ts';

describe('sweepSteps', () => {
  it('goes from one end to the other evenly', () => {
    expect(sweepSteps(7)).toEqual([-1, -0.5, 0, 0.5, 1, 1.5, 2]);
    expect(sweepSteps(16).slice(0, 3)).toEqual([-1, -0.8, -0.6]);
  });

  it.each(SWEEP_COUNTS)('has the average and the untruncated sample in %i steps', (count) => {
    expect(sweepSteps(count)).toHaveLength(count);
    expect(sweepSteps(count)).toEqual(expect.arrayContaining([-1, 0, 1, 2]));
  });
});

describe('withCurrent', () => {
  it('has the truncation in view where it belongs, once', () => {
    expect(withCurrent([-1, 0, 1, 2], 0.7)).toEqual([-1, 0, 0.7, 1, 2]);
    expect(withCurrent([-1, 0, 1, 2], 3)).toEqual([-1, 0, 1, 2, 3]);
    expect(withCurrent([-1, 0, 1, 2], 1.001)).toEqual([-1, 0, 1.001, 2]);
    expect(withCurrent([-1, 0, 1, 2], 1)).toEqual([-1, 0, 1, 2]);
  });
});
