import { useTranslation } from 'react-i18next';
import type { BenchmarkEntry } from '../../../store/benchmark/benchmark-state.ts';
import { modelsFor, weightsOf } from '../../../store/benchmark/entry-weights.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { SelectRow } from '../../controls/select-row.tsx';

/** Which model an algorithm runs with; nothing for one without weights. */
export function WeightsRow({ entry }: { entry: BenchmarkEntry }) {
  const { t } = useTranslation();
  const models = useStudio((state) => state.models);
  const changeEntry = useStudio((state) => state.changeEntry);
  const chosen = weightsOf(entry, models);
  if (!chosen) return null;
  return (
    <SelectRow
      label={t('benchmark.entry.weights')}
      value={chosen}
      testId={`entry-weights-${entry.id}`}
      options={modelsFor(entry.method, models).map(({ sha256, manifest }) => ({
        value: sha256,
        label: manifest.name,
      }))}
      onChange={(weights) => changeEntry(entry.id, { weights })}
    />
  );
}
