import { CircleCheck, CircleStop, Pause, Play, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkRun } from '../../store/benchmark/benchmark-state.ts';
import { isDone, runnableEntries, tasksOf } from '../../store/benchmark/benchmark-tasks.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { JobBar, useTimeLeft } from '../controls/job-bar.tsx';
import { formatNumber } from '../format/quantities.ts';
import { entryName } from './entry-name.ts';
import { ExportMenu } from './results/export-menu.tsx';

/** What would be run and the way to it; how far a run is; how it ended. */
export function RunBar() {
  const run = useStudio((state) => state.benchmarkRun);
  const isUnderWay = run && ['running', 'paused', 'cancelling'].includes(run.status);
  return isUnderWay ? <RunningBar run={run} /> : <ReadyBar run={run} />;
}

function ReadyBar({ run }: { run: BenchmarkRun | null }) {
  const { t, i18n } = useTranslation();
  const state = useStudio();
  const tasks = tasksOf(state);
  const algorithms = runnableEntries(state).length;
  const done = tasks.filter((task) => isDone(state.benchmarkResults, task)).length;
  const number = (value: number) => formatNumber(value, i18n.language);
  const counts = { done: number(done), total: number(tasks.length) };
  const line = () => {
    if (algorithms === 0) return t('benchmark.run.noEntries');
    if (tasks.length === 0) return t('benchmark.run.noData');
    if (done === tasks.length) return t('benchmark.run.allDone', counts);
    if (done > 0) return t('benchmark.run.rest', counts);
    return t('benchmark.run.ready', {
      count: tasks.length,
      formatted: number(tasks.length),
      images: number(tasks.length / algorithms),
      algorithms,
    });
  };
  return (
    <footer className="bench-run" data-testid="bench-ready" data-status={run?.status ?? 'none'}>
      {run?.status === 'failed' && run.error ? (
        <Failure error={run.error} testId="bench-failed" />
      ) : (
        <p className="bench-run-words" role="status">
          {run?.status === 'done' && <CircleCheck aria-hidden className="good" />}
          {run?.status === 'cancelled' && <CircleStop aria-hidden className="warn" />}
          <span>
            {run?.status === 'cancelled' && `${t('benchmark.run.cancelled')} `}
            {line()}
          </span>
        </p>
      )}
      <div className="bench-buttons">
        {done > 0 && <ExportMenu />}
        <button
          type="button"
          className="button primary"
          data-testid="bench-run"
          disabled={tasks.length === done}
          onClick={() => void state.startBenchmark()}
        >
          <Play aria-hidden />
          {t(done > 0 && done < tasks.length ? 'benchmark.run.resume' : 'benchmark.run.start')}
        </button>
      </div>
    </footer>
  );
}

function RunningBar({ run }: { run: BenchmarkRun }) {
  const { t, i18n } = useTranslation();
  const timeLeft = useTimeLeft();
  const { pauseBenchmark, continueBenchmark, cancelBenchmark } = useStudio.getState();
  const number = (value: number) => formatNumber(value, i18n.language);
  const isPaused = run.status === 'paused';
  const isStopping = run.status === 'cancelling';
  const fraction = run.current?.fraction ?? 0;
  return (
    <footer className="bench-run" data-testid="bench-running" data-status={run.status}>
      <JobBar
        label={t('benchmark.run.running')}
        testId="bench-progress"
        done={run.done + fraction}
        total={run.total}
      >
        <span>
          {t('benchmark.run.progress', { done: number(run.done), total: number(run.total) })}
        </span>
        <CurrentImage run={run} />
        <span>{!isPaused && !isStopping && timeLeft(run.secondsLeft)}</span>
      </JobBar>
      <div className="bench-buttons">
        <button
          type="button"
          className={isPaused ? 'button primary' : 'button'}
          data-testid="bench-pause"
          disabled={isStopping}
          onClick={isPaused ? continueBenchmark : pauseBenchmark}
        >
          {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          {t(isPaused ? 'benchmark.run.continue' : 'benchmark.run.pause')}
        </button>
        <button
          type="button"
          className="button"
          data-testid="bench-cancel"
          disabled={isStopping}
          onClick={cancelBenchmark}
        >
          <Square aria-hidden />
          {t(isStopping ? 'benchmark.run.cancelling' : 'benchmark.run.cancel')}
        </button>
      </div>
    </footer>
  );
}

function CurrentImage({ run }: { run: BenchmarkRun }) {
  const { t } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const sets = useStudio((state) => state.benchmarkSets);
  if (run.status === 'paused') return <span>{t('benchmark.run.paused')}</span>;
  const entry = entries.find(({ id }) => id === run.current?.entry);
  const set = sets.find(({ id }) => id === run.current?.set);
  if (!run.current || !entry) return <span />;
  const sample = set?.info?.samples[run.current.sample] ?? '';
  return (
    <span className="bench-current">
      {t('benchmark.run.current', { entry: entryName(t, entry, entries), sample })}
    </span>
  );
}
