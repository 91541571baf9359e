import { Copy, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkEntry } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';

/** Defaults again, the same algorithm once more, and away with one of several. */
export function EntryActions({ entry }: { entry: BenchmarkEntry }) {
  const { t } = useTranslation();
  const isOneOfMany = useStudio(
    ({ benchmarkEntries }) =>
      entry.pipeline !== undefined ||
      benchmarkEntries.filter(({ method, pipeline }) => method === entry.method && !pipeline)
        .length > 1,
  );
  const { changeEntry, copyEntry, removeEntry } = useStudio.getState();
  return (
    <div className="bench-buttons">
      <button
        type="button"
        className="button small"
        disabled={Object.keys(entry.values).length === 0}
        onClick={() => changeEntry(entry.id, { values: {} })}
      >
        <RotateCcw aria-hidden />
        {t('benchmark.entry.reset')}
      </button>
      <button
        type="button"
        className="button small"
        data-testid={`entry-copy-${entry.id}`}
        onClick={() => copyEntry(entry.id)}
      >
        <Copy aria-hidden />
        {t('benchmark.entry.copy')}
      </button>
      {isOneOfMany && (
        <button type="button" className="button small danger" onClick={() => removeEntry(entry.id)}>
          <Trash2 aria-hidden />
          {t('benchmark.entry.remove')}
        </button>
      )}
    </div>
  );
}
