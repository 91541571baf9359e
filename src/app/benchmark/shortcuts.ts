import type { ShortcutGroup } from '../shell/shortcut.ts';

/** Keys of the workspace, for the cheat sheet. */
export const benchmarkShortcuts: ShortcutGroup = {
  workspace: 'benchmark',
  shortcuts: [
    { label: 'benchmark.keys.run', keys: ['Ctrl', 'Enter'] },
    { label: 'benchmark.keys.pause', keys: ['P'] },
    { label: 'benchmark.keys.images', keys: ['←', '→'] },
    { label: 'benchmark.keys.entry', keys: ['↑', '↓'] },
  ],
};
