/** What a key asks for in the spots workspace. */
export type SpotsCommand =
  | { do: 'move'; dx: number; dy: number }
  | { do: 'stretch'; along: number; across: number }
  | { do: 'turn'; degrees: number }
  | { do: 'layer'; index: number }
  | { do: 'zoom'; factor: number }
  | { do: 'toggle'; what: 'marks' | 'outlines' | 'sideBySide' | 'tableOpen' }
  | { do: 'undo' | 'redo' | 'add' | 'duplicate' | 'remove' | 'deselect' | 'fit' };

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One press makes an axis so much longer. */
const STRETCH = 1.05;
const TURN_DEGREES = 5;

const PLAIN: Record<string, SpotsCommand> = {
  '1': { do: 'layer', index: 0 },
  '2': { do: 'layer', index: 1 },
  '3': { do: 'layer', index: 2 },
  '4': { do: 'layer', index: 3 },
  '+': { do: 'zoom', factor: 1.5 },
  '=': { do: 'zoom', factor: 1.5 },
  '-': { do: 'zoom', factor: 1 / 1.5 },
  '0': { do: 'fit' },
  n: { do: 'add' },
  d: { do: 'duplicate' },
  m: { do: 'toggle', what: 'marks' },
  o: { do: 'toggle', what: 'outlines' },
  s: { do: 'toggle', what: 'sideBySide' },
  t: { do: 'toggle', what: 'tableOpen' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  Escape: { do: 'deselect' },
};

/** The command of a key; null for keys that are not ours. */
export function spotsCommand(press: KeyPress): SpotsCommand | null {
  const { shiftKey, altKey } = press;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) {
    if (altKey) return null;
    if (key === 'z') return { do: shiftKey ? 'redo' : 'undo' };
    return key === 'y' ? { do: 'redo' } : null;
  }
  const arrow = Object.hasOwn(ARROWS, key) ? ARROWS[key] : null;
  if (arrow && altKey) {
    // To the right and up is longer.
    return { do: 'stretch', along: STRETCH ** arrow[0], across: STRETCH ** -arrow[1] };
  }
  if (altKey) return null;
  const far = shiftKey ? 10 : 1;
  if (arrow) return { do: 'move', dx: arrow[0] * far, dy: arrow[1] * far };
  if (key === 'r') return { do: 'turn', degrees: shiftKey ? -TURN_DEGREES : TURN_DEGREES };
  return Object.hasOwn(PLAIN, key) ? PLAIN[key] : null;
}
