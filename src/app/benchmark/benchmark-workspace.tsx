import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';
import { EntriesPanel } from './entries/entries-panel.tsx';
import { ResultsPanel } from './results/results-panel.tsx';
import { RunBar } from './run-bar.tsx';
import { BenchmarkStart } from './sets/benchmark-start.tsx';
import { SetBar } from './sets/set-bar.tsx';
import { useBenchmarkKeys } from './use-benchmark-keys.ts';
import '../controls/form.css';
import './benchmark.css';

/** Algorithms on sets whose truth is known: choose data and algorithms, run, compare. */
export default function BenchmarkWorkspace() {
  const { t } = useTranslation();
  const hasSets = useStudio((state) => state.benchmarkSets.length > 0);
  const restoreBenchmark = useStudio((state) => state.restoreBenchmark);
  useEffect(() => void restoreBenchmark(), [restoreBenchmark]);
  useBenchmarkKeys();
  return (
    <WorkspaceFrame testId="benchmark" sideTitle={t('benchmark.settings')} side={<EntriesPanel />}>
      <h1 className="visually-hidden">{t('benchmark.title')}</h1>
      {hasSets && <SetBar />}
      <div className="bench-scroll">{hasSets ? <ResultsPanel /> : <BenchmarkStart />}</div>
      {hasSets && <RunBar />}
    </WorkspaceFrame>
  );
}
