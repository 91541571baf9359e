import { LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { isSynthetic, setName } from './set-name.ts';

/** One set: what it is, how many images it has, and the way to put it away. */
export function SetChip({ set, isShown }: { set: BenchmarkSet; isShown: boolean }) {
  const { t } = useTranslation();
  const { showBenchmarkSet, removeBenchmarkSet } = useStudio.getState();
  const name = setName(t, set);
  return (
    <li
      className="bench-chip"
      data-shown={isShown}
      data-testid="bench-set"
      data-status={set.status}
      data-samples={set.info?.samples.length}
    >
      <button type="button" aria-pressed={isShown} onClick={() => showBenchmarkSet(set.id)}>
        {set.status === 'opening' && <LoaderCircle aria-hidden className="bench-spinner" />}
        {set.status === 'failed' && <TriangleAlert aria-hidden />}
        <span className="bench-chip-words">
          <strong>{name}</strong>
          <SetLine set={set} />
        </span>
      </button>
      <IconButton
        small
        label={t('benchmark.sets.remove', { name })}
        icon={<X />}
        onClick={() => removeBenchmarkSet(set.id)}
      />
    </li>
  );
}

function SetLine({ set }: { set: BenchmarkSet }) {
  const { t } = useTranslation();
  if (set.status !== 'ready') return <small>{t(`benchmark.sets.${set.status}`)}</small>;
  return (
    <small>
      {t(isSynthetic(set) ? 'benchmark.sets.synthetic' : 'benchmark.sets.real')}
      {' · '}
      {t('benchmark.sets.images', { count: set.info?.samples.length ?? 0 })}
    </small>
  );
}
