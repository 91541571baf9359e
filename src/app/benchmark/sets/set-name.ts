import type { TFunction } from 'i18next';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';

/** What a set is called. */
export function setName(t: TFunction, { origin, name }: Pick<BenchmarkSet, 'origin' | 'name'>) {
  return origin === 'sample' ? t('benchmark.sets.sample') : name.replace(/\.zip$/i, '');
}

/** Whether a set was made by CytoForge. */
export function isSynthetic({ info, origin }: Pick<BenchmarkSet, 'info' | 'origin'>): boolean {
  return origin === 'export' || origin === 'opened' || info?.layout === 'cytoforge';
}
