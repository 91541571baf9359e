/** What a key asks for. */
export type KeyCommand =
  | { do: 'seed'; by: 1 | -1 }
  | { do: 'mode'; index: 0 | 1 | 2 | 3 }
  | { do: 'zoom'; factor: number }
  | { do: 'pan'; dx: number; dy: number }
  | { do: 'random' | 'pin' | 'fit' | 'actual' | 'grid' | 'export' | 'deselect' | 'help' };

/** The part of a keyboard event that matters. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const PLAIN: Record<string, KeyCommand> = {
  ArrowLeft: { do: 'seed', by: -1 },
  ArrowRight: { do: 'seed', by: 1 },
  '1': { do: 'mode', index: 0 },
  '2': { do: 'mode', index: 1 },
  '3': { do: 'mode', index: 2 },
  '4': { do: 'mode', index: 3 },
  '+': { do: 'zoom', factor: 1.5 },
  '=': { do: 'zoom', factor: 1.5 },
  '-': { do: 'zoom', factor: 1 / 1.5 },
  '0': { do: 'fit' },
  '9': { do: 'actual' },
  r: { do: 'random' },
  p: { do: 'pin' },
  g: { do: 'grid' },
  e: { do: 'export' },
  Escape: { do: 'deselect' },
  '?': { do: 'help' },
};

const PAN: Record<string, KeyCommand> = {
  ArrowLeft: { do: 'pan', dx: 60, dy: 0 },
  ArrowRight: { do: 'pan', dx: -60, dy: 0 },
  ArrowUp: { do: 'pan', dx: 0, dy: 60 },
  ArrowDown: { do: 'pan', dx: 0, dy: -60 },
};

/** The command of a key; null for keys that are not ours, and for all of the browser's own combinations. */
export function keyCommand(press: KeyPress): KeyCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.shiftKey && press.key in PAN) return PAN[press.key];
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return Object.hasOwn(PLAIN, key) ? PLAIN[key] : null;
}
