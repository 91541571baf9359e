import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockKernel, planAxis } from './axis-plan.ts';

/** The definition: insert zeros, pad, correlate, keep every `down`-th. */
function resampleByDefinition(
  x: number[],
  taps: number[],
  { up, down, padLow, outSize }: { up: number; down: number; padLow: number; outSize: number },
): number[] {
  const at = (t: number) => {
    const position = t - padLow;
    const index = position / up;
    return Number.isInteger(index) && index >= 0 && index < x.length ? x[index] : 0;
  };
  return Array.from({ length: outSize }, (_, o) =>
    taps.reduce((sum, tap, k) => sum + tap * at(o * down + k), 0),
  );
}

/** The plan: blocks of samples times the block kernel. */
function resampleByBlocks(
  x: number[],
  taps: number[],
  task: { up: number; down: number; padLow: number; outSize: number },
): number[] {
  const plan = planAxis({ ...task, taps: taps.length });
  const kernel = blockKernel(plan, 1, taps.length, (_, index) => taps[index]);
  const padded = Array.from({ length: plan.paddedSize }, (_, i) => x[i + plan.first] ?? 0);
  const result: number[] = [];
  for (let block = 0; block < plan.blocks; block++) {
    for (let o = 0; o < plan.blockOut; o++) {
      let sum = 0;
      for (let i = 0; i < plan.reach * plan.blockIn; i++) {
        sum += padded[block * plan.blockIn + i] * kernel[i * plan.blockOut + o];
      }
      result.push(sum);
    }
  }
  return result.slice(0, plan.outSize);
}

describe('planAxis', () => {
  it('is the definition, whatever the factors, taps and padding', () => {
    const integers = (min: number, max: number) => fc.integer({ min, max });
    const numbers = (least: number, most: number) =>
      fc.array(integers(-9, 9), { minLength: least, maxLength: most });
    const task = fc.record({
      up: integers(1, 5),
      down: integers(1, 5),
      padLow: integers(-20, 20),
      outSize: integers(1, 60),
    });
    fc.assert(
      fc.property(numbers(1, 30), numbers(1, 24), task, (x, taps, values) => {
        expect(resampleByBlocks(x, taps, values)).toEqual(resampleByDefinition(x, taps, values));
      }),
    );
  });

  it('multiplies at most three times the taps of the filters in use', () => {
    const up = planAxis({ taps: 12, up: 2, down: 1, padLow: 9, outSize: 178 });
    expect(up.reach * up.blockIn).toBeLessThanOrEqual(3 * 6);
    const down = planAxis({ taps: 12, up: 1, down: 2, padLow: 0, outSize: 84 });
    expect(down.reach * down.blockIn).toBeLessThanOrEqual(3 * 12);
  });
});
