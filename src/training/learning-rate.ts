/** How the learning rate goes over the steps of a training. */
export interface LearningRate {
  peak: number;
  /** Steps over which it rises from 0 in a line. */
  warmup: number;
  /** `cosine` falls to `floor` at the last step. */
  decay: 'constant' | 'cosine';
  floor: number;
}

/** The rate at a step. @param step From 0. */
export function learningRateAt(
  { peak, warmup, decay, floor }: LearningRate,
  step: number,
  steps: number,
): number {
  if (step < warmup) return (peak * (step + 1)) / warmup;
  if (decay === 'constant') return peak;
  const share = Math.min(1, (step - warmup) / Math.max(1, steps - warmup));
  return floor + ((peak - floor) * (1 + Math.cos(Math.PI * share))) / 2;
}
