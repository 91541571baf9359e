import type { ShortcutGroup } from '../shell/shortcut.ts';
import { TOOLS } from './tools/tool-list.ts';

/** Keys of the workspace, for the cheat sheet. */
export const paintShortcuts: ShortcutGroup = {
  workspace: 'paint',
  shortcuts: [
    { label: 'paint.keys.tools', keys: TOOLS.map(({ key }) => key.toUpperCase()) },
    { label: 'paint.keys.size', keys: ['[', ']'] },
    { label: 'paint.keys.hardness', keys: ['{', '}'] },
    { label: 'paint.keys.writes', keys: ['1', '2', '3'] },
    { label: 'paint.keys.strokes', keys: ['X'] },
    { label: 'paint.keys.new', keys: ['N'] },
    { label: 'paint.keys.straight', keys: ['Shift'] },
    { label: 'paint.keys.pick', keys: ['Alt'] },
    { label: 'paint.keys.undo', keys: ['Ctrl Z', 'Ctrl Shift Z'] },
    { label: 'paint.keys.clipboard', keys: ['Ctrl C', 'X', 'V', 'D'] },
    { label: 'paint.keys.all', keys: ['Ctrl A'] },
    { label: 'paint.keys.remove', keys: ['Del'] },
    { label: 'paint.keys.nudge', keys: ['← ↑ ↓ →'] },
    { label: 'paint.keys.dab', keys: ['Enter'] },
    { label: 'paint.keys.turn', keys: ['R', 'Shift R'] },
    { label: 'paint.keys.scale', keys: ['S', 'Shift S'] },
    { label: 'paint.keys.nextCell', keys: ['J'] },
    { label: 'paint.keys.panHold', keys: ['help.space'] },
    { label: 'paint.keys.view', keys: ['+', '−', '0', '9'] },
    { label: 'paint.keys.layout', keys: ['\\'] },
    { label: 'paint.keys.numbers', keys: ['T'] },
    { label: 'paint.keys.leave', keys: ['Esc'] },
  ],
};
