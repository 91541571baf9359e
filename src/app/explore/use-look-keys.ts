import { useEffect } from 'react';
import { LOOKUP_TABLES } from '../../imaging/lookup-tables.ts';
import { toggleCurrentFavourite } from '../favourites/use-favourites.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';
import { setDisplay, useDisplay } from '../stage/use-display.ts';
import { ARRANGEMENTS } from './arrangement-menu.tsx';
import { setSurface, useSurface } from './explore-state.ts';

/** The entry after `value`, round and round. */
function nextOf<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length];
}

const COMMANDS: Record<string, () => void> = {
  c: () => {
    const arrangement = nextOf(ARRANGEMENTS, useSurface.getState().arrangement);
    setSurface({ arrangement, gridOpen: false });
  },
  f: toggleCurrentFavourite,
  l: () => setDisplay({ lut: nextOf(LOOKUP_TABLES, useDisplay.getState().lut) }),
};

/** Keys of how the sample is looked at. */
export function useLookKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isForWorkspace(event)) return;
      const key = event.key.toLowerCase();
      if (!Object.hasOwn(COMMANDS, key)) return;
      event.preventDefault();
      COMMANDS[key]();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
