import { useEffect } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';

/** P holds the running export, and lets it go on. */
export function usePauseKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isForWorkspace(event)) return;
      const { exportJob, pauseExport, unpauseExport } = useStudio.getState();
      if (exportJob?.status === 'running') pauseExport();
      else if (exportJob?.status === 'paused') unpauseExport();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
