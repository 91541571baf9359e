import type { TFunction } from 'i18next';
import type { BenchmarkEntry } from '../../store/benchmark/benchmark-state.ts';

type NamedEntry = Pick<BenchmarkEntry, 'id' | 'method' | 'pipeline'>;

/** What an entry is called: its algorithm, with a number where there are several of it. */
export function entryName(t: TFunction, entry: NamedEntry, entries: readonly NamedEntry[]): string {
  const name = t(`benchmark.method.${entry.method}`);
  if (entry.pipeline) {
    return t('benchmark.entry.ofPipeline', { name, pipeline: entry.pipeline.name });
  }
  const same = entries.filter(({ method, pipeline }) => method === entry.method && !pipeline);
  if (same.length < 2) return name;
  const number = same.findIndex(({ id }) => id === entry.id) + 1;
  return t('benchmark.entry.numbered', { name, number });
}
