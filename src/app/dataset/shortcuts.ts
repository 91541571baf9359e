import type { ShortcutGroup } from '../shell/shortcut.ts';

/** Keys of the workspace, for the cheat sheet. */
export const datasetShortcuts: ShortcutGroup = {
  workspace: 'dataset',
  shortcuts: [{ label: 'dataset.keyPause', keys: ['P'] }],
};
