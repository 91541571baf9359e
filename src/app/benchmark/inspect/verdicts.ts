import type { ImageEvaluation } from '../../../evaluation/image-evaluation.ts';

/** What an outline says, in the order of the legend. */
export const VERDICTS = ['matched', 'missed', 'extra', 'split', 'merged', 'catastrophe'] as const;

/** One of them. */
export type Verdict = (typeof VERDICTS)[number];

/** Objects of a verdict: the outlines that are drawn for it, by the map that they are in. */
export interface VerdictObjects {
  truth: number[];
  found: number[];
}

/**
 * Which objects have which verdict. Of a match and of what was found too much the found outline is drawn, of what was
 * missed the true one, of a mistake both.
 */
export function objectsByVerdict({
  truth,
  predicted,
}: Pick<ImageEvaluation, 'truth' | 'predicted'>): Record<Verdict, VerdictObjects> {
  const of = (verdict: Verdict): VerdictObjects => ({
    truth: truth.filter((one) => one.verdict === verdict).map(({ id }) => id),
    found: predicted.filter((one) => one.verdict === verdict).map(({ id }) => id),
  });
  return {
    matched: of('matched'),
    missed: of('missed'),
    extra: of('extra'),
    split: of('split'),
    merged: of('merged'),
    catastrophe: of('catastrophe'),
  };
}

/** How many the legend counts: true objects, but for what was found too much. */
export function countOf(verdict: Verdict, { truth, found }: VerdictObjects): number {
  return verdict === 'extra' ? found.length : truth.length;
}
