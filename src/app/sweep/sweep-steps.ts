/** The range of the sweep. */
export const SWEEP = { from: -1, to: 2 } as const;

/** Numbers of steps to choose from; each has 0 (the average sample) and 1 (untruncated) among them. */
export const SWEEP_COUNTS = [4, 7, 13, 16, 31] as const;

/** Truncation psi from -1 to 2 in so many values, both ends included, rounded to a hundredth. */
export function sweepSteps(count: number): number[] {
  const { from, to } = SWEEP;
  return Array.from({ length: count }, (_, at) => {
    return Math.round((from + ((to - from) * at) / (count - 1)) * 100) / 100;
  });
}

/** Nearer to each other than this, two truncations are the same. */
const SAME = 0.005;

/** The steps and the truncation in view among them, in order. */
export function withCurrent(steps: readonly number[], psi: number): number[] {
  if (steps.some((step) => Math.abs(step - psi) < SAME)) {
    return steps.map((step) => (Math.abs(step - psi) < SAME ? psi : step));
  }
  return [...steps, psi].sort((a, b) => a - b);
}
