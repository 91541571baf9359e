import type { TFunction } from 'i18next';
import type { BenchmarkEntry } from '../../store/benchmark/benchmark-state.ts';

/** What an entry is called: its algorithm, with a number where there are several of it. */
export function entryName(
  t: TFunction,
  entry: Pick<BenchmarkEntry, 'id' | 'method'>,
  entries: readonly Pick<BenchmarkEntry, 'id' | 'method'>[],
): string {
  const name = t(`benchmark.method.${entry.method}`);
  const same = entries.filter(({ method }) => method === entry.method);
  if (same.length < 2) return name;
  const number = same.findIndex(({ id }) => id === entry.id) + 1;
  return t('benchmark.entry.numbered', { name, number });
}
