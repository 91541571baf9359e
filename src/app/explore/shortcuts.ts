import type { ShortcutGroup } from '../shell/shortcut.ts';

/** Keys of the workspace, for the cheat sheet. */
export const exploreShortcuts: ShortcutGroup = {
  workspace: 'explore',
  shortcuts: [
    { label: 'help.seeds', keys: ['←', '→'] },
    { label: 'help.random', keys: ['R'] },
    { label: 'help.pin', keys: ['P'] },
    { label: 'help.modes', keys: ['1', '2', '3', '4'] },
    { label: 'help.zoom', keys: ['+', '−'] },
    { label: 'help.fit', keys: ['0'] },
    { label: 'help.actual', keys: ['9'] },
    { label: 'help.pan', keys: ['Shift', '← ↑ ↓ →'] },
    { label: 'help.grid', keys: ['G'] },
    { label: 'look.help.favourite', keys: ['F'] },
    { label: 'look.help.compare', keys: ['C'] },
    { label: 'look.help.blink', keys: ['help.space'] },
    { label: 'look.help.lut', keys: ['L'] },
    { label: 'help.gridRows', keys: ['↑', '↓'] },
    { label: 'help.gridOpen', keys: ['Enter'] },
    { label: 'help.way', keys: ['T'] },
    { label: 'help.plane', keys: ['← ↑ ↓ →'] },
    { label: 'help.play', keys: ['help.space'] },
    { label: 'help.mixing', keys: ['M'] },
    { label: 'help.deselect', keys: ['Esc'] },
  ],
};
