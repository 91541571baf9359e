import { SEGMENTER_DESCRIPTIONS } from '../../segmentation/describe-segmenters.ts';
import type { SegmenterMethod } from '../../segmentation/segmenter-method.ts';
import type { ModelEntry } from '../studio-state.ts';
import type { BenchmarkEntry } from './benchmark-state.ts';

/** The models that an algorithm can run with, the site's own first; none for one without weights. */
export function modelsFor(
  method: SegmenterMethod,
  models: readonly ModelEntry[],
): readonly ModelEntry[] {
  const needed = SEGMENTER_DESCRIPTIONS[method]?.weights ?? null;
  return models.filter(
    ({ role, manifest }) => role === 'segmenter' && manifest.architecture === needed,
  );
}

/** The weights that an entry runs with; null for an algorithm without, and undefined where they are missing. */
export function weightsOf(
  { method, weights }: BenchmarkEntry,
  models: readonly ModelEntry[],
): string | null | undefined {
  if (!SEGMENTER_DESCRIPTIONS[method]?.weights) return null;
  const known = modelsFor(method, models);
  const chosen = known.find(({ sha256 }) => sha256 === weights) ?? known[0];
  return chosen?.sha256;
}
