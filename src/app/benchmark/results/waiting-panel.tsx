import { ChartNoAxesCombined, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { SetFacts } from '../sets/set-facts.tsx';

/** Data without results: it is being opened, waits to be run, or the first image is under way. */
export function WaitingPanel({ set }: { set: BenchmarkSet }) {
  const { t } = useTranslation();
  const isRunning = useStudio(({ benchmarkRun }) =>
    ['running', 'paused', 'cancelling'].includes(benchmarkRun?.status ?? ''),
  );
  const isBusy = set.status === 'opening' || isRunning;
  return (
    <div className="bench-waiting">
      {isBusy ? (
        <LoaderCircle aria-hidden className="bench-spinner" />
      ) : (
        <ChartNoAxesCombined aria-hidden />
      )}
      <h2>
        {t(
          set.status === 'opening'
            ? 'benchmark.results.opening'
            : isRunning
              ? 'benchmark.results.first'
              : 'benchmark.results.ready',
        )}
      </h2>
      {!isBusy && <p className="hint">{t('benchmark.results.readyHint')}</p>}
      {set.status === 'ready' && <SetFacts set={set} />}
    </div>
  );
}
