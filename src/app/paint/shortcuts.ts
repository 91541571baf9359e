import type { ShortcutGroup } from '../shell/shortcut.ts';

/** Keys of the workspace, for the cheat sheet. */
export const paintShortcuts: ShortcutGroup = { workspace: 'paint', shortcuts: [] };
