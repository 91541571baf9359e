import type { KeptSample } from './kept-sample.ts';

/**
 * The list with what another tab kept: of one entry, or of two for the same sample, the one changed last stays.
 * @param keyOf What sample an entry is of.
 * @returns The list, the newest first, and the ids that gave way.
 */
export function mergeKept(
  kept: readonly KeptSample[],
  sample: KeptSample,
  keyOf: (sample: KeptSample) => string,
): { kept: KeptSample[]; gone: string[] } {
  const key = keyOf(sample);
  const same = kept.filter((one) => one.id === sample.id || keyOf(one) === key);
  const newest = [sample, ...same].reduce((a, b) => (b.changed > a.changed ? b : a));
  const others = kept.filter((one) => !same.includes(one));
  const gone = [sample, ...same].map(({ id }) => id).filter((id) => id !== newest.id);
  return {
    kept: [newest, ...others].sort((a, b) => b.changed - a.changed),
    gone: [...new Set(gone)],
  };
}
