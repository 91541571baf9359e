import type { StudioState } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';

/** Whether there is a source, something for the tool in it, settings in range, and no run. */
export function canRun({ toolSource, toolPreview, toolJob }: StudioState): boolean {
  if (toolSource?.status !== 'ready' || toolJob) return false;
  return !toolPreview.error && (toolPreview.result?.items.length ?? 0) > 0;
}

/** The same, followed. */
export function useCanRun(): boolean {
  return useStudio(canRun);
}
