import { CytoForgeError } from '../errors.ts';

/** Who runs which export, across the tabs of a browser. */
export interface ExportLocks {
  /** Runs while holding the export. @throws CytoForgeError `bad-option` when another tab holds it. */
  hold<Result>(id: string, run: () => Promise<Result>): Promise<Result>;
  isHeld(id: string): Promise<boolean>;
}

const lockName = (id: string) => `cytoforge-export-${id}`;

/** The browser's own locks: they end with the tab, however it ends. */
export const browserLocks: ExportLocks = {
  hold: (id, run) =>
    navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
      if (lock) return run();
      throw new CytoForgeError('bad-option', 'This export runs in another tab.', {
        hint: 'Close the other tab, or let it finish there.',
      });
    }),
  isHeld: (id) =>
    navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => !lock),
};
