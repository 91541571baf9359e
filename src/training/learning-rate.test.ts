import { expect, it } from 'vitest';
import { learningRateAt } from './learning-rate.ts';

it('rises in a line, falls as a cosine, and ends at its floor', () => {
  const rate = { peak: 1, warmup: 4, decay: 'cosine', floor: 0.1 } as const;
  const at = (step: number) => learningRateAt(rate, step, 24);
  expect([0, 1, 3].map(at)).toEqual([0.25, 0.5, 1]);
  expect(at(4)).toBeCloseTo(1);
  expect(at(14)).toBeCloseTo(0.55);
  expect(at(24)).toBeCloseTo(0.1);
});

it('stays where it is when it does not fall', () => {
  const rate = { peak: 0.2, warmup: 0, decay: 'constant', floor: 0 } as const;
  expect([0, 50, 99].map((step) => learningRateAt(rate, step, 100))).toEqual([0.2, 0.2, 0.2]);
});
