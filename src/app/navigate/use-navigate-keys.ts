import { useEffect } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { openMixing } from '../mixing/mixing-dialog-state.ts';
import { toggleDrift } from '../plane/plane-state.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';
import { togglePlay } from '../walk/walk-state.ts';
import { openWay, useNavigate, WAYS } from './navigate-state.ts';

/** Where Space already means something. */
const CONTROLS = 'button, a, [role="tab"], [role="radio"]';

/** T opens the next way, M the mixing matrix, Space starts and stops what moves by itself. */
export function useNavigateKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isForWorkspace(event)) return;
      if (run(event)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function run(event: KeyboardEvent): boolean {
  const { way } = useNavigate.getState();
  switch (event.key.toLowerCase()) {
    case 't': {
      const by = event.shiftKey ? WAYS.length - 1 : 1;
      openWay(WAYS[(WAYS.indexOf(way) + by) % WAYS.length]);
      return true;
    }
    case 'm':
      if (!useStudio.getState().maskModel) return false;
      openMixing();
      return true;
    case ' ':
      if (event.target instanceof Element && event.target.closest(CONTROLS)) return false;
      if (way === 'walk') togglePlay();
      else if (way === 'plane') toggleDrift();
      else return false;
      return true;
    default:
      return false;
  }
}
