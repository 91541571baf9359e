import { logGamma } from './log-gamma.ts';
import type { RandomState } from './random-state.ts';

/** Multiplies uniforms until they fall below `exp(-mean)` (Knuth); for small means. */
function byProducts(state: RandomState, mean: number): number {
  const floor = Math.exp(-mean);
  let product = state.rand();
  let count = 0;
  while (product > floor) {
    product *= state.rand();
    count += 1;
  }
  return count;
}

/**
 * Transformed rejection with squeeze: PTRS of W. Hörmann, "The transformed rejection method for generating Poisson random
 * variables" (1993), whose constants these are.
 */
function byRejection(state: RandomState, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = state.rand() - 0.5;
    const v = state.rand();
    const edge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (edge < 0.013 && v > edge)) continue;
    const proposed = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (edge * edge) + b);
    if (proposed <= count * Math.log(mean) - mean - logGamma(count + 1)) return count;
  }
}

/** A Poisson number, as `numpy.random.RandomState.poisson(mean)` draws it. */
export function poisson(state: RandomState, mean: number): number {
  if (mean <= 0) return 0;
  return mean < 10 ? byProducts(state, mean) : byRejection(state, mean);
}
