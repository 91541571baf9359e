import { useEffect } from 'react';
import { TOOL_NAMES } from '../../dataset/tools/tool-step.ts';
import { useStudio } from '../../store/studio-store.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';
import { FITTED } from '../stage/viewport.ts';
import { lookAt } from './preview-surface.ts';
import { canRun } from './use-can-run.ts';
import { zoomPreview } from './zoom-preview.ts';

/** 1 to 8 choose a tool, plus, minus and 0 zoom the previews, Ctrl+Enter runs. */
export function useToolKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        const state = useStudio.getState();
        if (canRun(state)) void state.startTool(false);
        return;
      }
      if (!isForWorkspace(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const tool = TOOL_NAMES[Number(event.key) - 1];
      if (tool) useStudio.getState().chooseTool(tool);
      else if (event.key === '+' || event.key === '=') zoomPreview(1.5);
      else if (event.key === '-') zoomPreview(1 / 1.5);
      else if (event.key === '0') lookAt(() => FITTED);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
