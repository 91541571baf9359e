import type { ShortcutGroup } from '../shell/shortcut.ts';

/** Keys of the workspace, for the cheat sheet. */
export const toolsShortcuts: ShortcutGroup = {
  workspace: 'tools',
  shortcuts: [
    { label: 'tools.keys.choose', keys: ['1', '…', '8'] },
    { label: 'tools.keys.run', keys: ['Ctrl', 'Enter'] },
    { label: 'tools.keys.zoom', keys: ['+', '−'] },
    { label: 'tools.keys.fit', keys: ['0'] },
  ],
};
