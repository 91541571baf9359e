import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 900px)';

/** True on a phone: the rail is at the bottom and the settings are a sheet. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
}
