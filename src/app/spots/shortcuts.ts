import type { ShortcutGroup } from '../shell/shortcut.ts';

/** Keys of the workspace, for the cheat sheet. */
export const spotsShortcuts: ShortcutGroup = {
  workspace: 'spots',
  shortcuts: [
    { label: 'spots.key.move', keys: ['← ↑ ↓ →'] },
    { label: 'spots.key.moveFar', keys: ['Shift', '← ↑ ↓ →'] },
    { label: 'spots.key.stretch', keys: ['Alt', '← ↑ ↓ →'] },
    { label: 'spots.key.turn', keys: ['R'] },
    { label: 'spots.key.add', keys: ['N'] },
    { label: 'spots.key.duplicate', keys: ['D'] },
    { label: 'spots.key.remove', keys: ['Del'] },
    { label: 'spots.key.undo', keys: ['Ctrl', 'Z'] },
    { label: 'spots.key.redo', keys: ['Ctrl', 'Shift', 'Z'] },
    { label: 'spots.key.layers', keys: ['1', '2', '3', '4'] },
    { label: 'spots.key.marks', keys: ['M'] },
    { label: 'spots.key.outlines', keys: ['O'] },
    { label: 'spots.key.sideBySide', keys: ['S'] },
    { label: 'spots.key.table', keys: ['T'] },
    { label: 'help.zoom', keys: ['+', '−'] },
    { label: 'help.fit', keys: ['0'] },
    { label: 'help.deselect', keys: ['Esc'] },
  ],
};
