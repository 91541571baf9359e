import { useEffect } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';

/** Ctrl+Enter runs or cancels, P pauses and goes on. */
export function useBenchmarkKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const state = useStudio.getState();
      const status = state.benchmarkRun?.status;
      const isUnderWay = status === 'running' || status === 'paused';
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        if (isUnderWay) state.cancelBenchmark();
        else void state.startBenchmark();
        return;
      }
      if (!isForWorkspace(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'p' || !isUnderWay) return;
      if (status === 'running') state.pauseBenchmark();
      else state.continueBenchmark();
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
