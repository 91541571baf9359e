import { TOOLS, type ToolName } from './tools/tool-list.ts';

/** What a key asks for in the Paint workspace. */
export type PaintCommand =
  | { do: 'tool'; tool: ToolName }
  | { do: 'size'; by: 1 | -1 }
  | { do: 'hardness'; by: 1 | -1 }
  | { do: 'write'; index: 0 | 1 | 2 }
  | { do: 'zoom'; factor: number }
  | { do: 'arrow'; dx: number; dy: number; far: boolean }
  | { do: 'pan'; dx: number; dy: number }
  | { do: 'turn'; degrees: number }
  | { do: 'scale'; factor: number }
  | { do: 'dab'; line: boolean }
  | {
      do:
        | 'undo'
        | 'redo'
        | 'copy'
        | 'cut'
        | 'paste'
        | 'duplicate'
        | 'selectAll'
        | 'leave'
        | 'newLabel'
        | 'delete'
        | 'strokes'
        | 'numbers'
        | 'next'
        | 'compare'
        | 'fit'
        | 'actual';
    };

/** The part of a keyboard event that matters. */
export interface PaintKeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const PAN_STEP = 60;
const TURN_DEGREES = 5;
const SCALE_STEP = 1.05;
const ZOOM_STEP = 1.5;

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const WITH_CONTROL: Record<string, PaintCommand> = {
  z: { do: 'undo' },
  y: { do: 'redo' },
  c: { do: 'copy' },
  x: { do: 'cut' },
  v: { do: 'paste' },
  d: { do: 'duplicate' },
  a: { do: 'selectAll' },
};

const PLAIN: Record<string, PaintCommand> = {
  '[': { do: 'size', by: -1 },
  ']': { do: 'size', by: 1 },
  '{': { do: 'hardness', by: -1 },
  '}': { do: 'hardness', by: 1 },
  '1': { do: 'write', index: 0 },
  '2': { do: 'write', index: 1 },
  '3': { do: 'write', index: 2 },
  '+': { do: 'zoom', factor: ZOOM_STEP },
  '=': { do: 'zoom', factor: ZOOM_STEP },
  '-': { do: 'zoom', factor: 1 / ZOOM_STEP },
  '0': { do: 'fit' },
  '9': { do: 'actual' },
  r: { do: 'turn', degrees: TURN_DEGREES },
  R: { do: 'turn', degrees: -TURN_DEGREES },
  s: { do: 'scale', factor: SCALE_STEP },
  S: { do: 'scale', factor: 1 / SCALE_STEP },
  n: { do: 'newLabel' },
  x: { do: 'strokes' },
  t: { do: 'numbers' },
  j: { do: 'next' },
  '\\': { do: 'compare' },
  Delete: { do: 'delete' },
  Backspace: { do: 'delete' },
  Escape: { do: 'leave' },
};

const TOOL_KEYS = new Map(TOOLS.map(({ key, name }) => [key, name]));

/** The command of a key; null for keys that mean nothing here, and for the browser's own combinations. */
export function paintKey(press: PaintKeyPress): PaintCommand | null {
  const { key, shiftKey, altKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (altKey) return null;
  if (key in ARROWS) {
    const [dx, dy] = ARROWS[key];
    return control
      ? { do: 'pan', dx: -dx * PAN_STEP, dy: -dy * PAN_STEP }
      : { do: 'arrow', dx, dy, far: shiftKey };
  }
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (control) {
    if (letter === 'z' && shiftKey) return { do: 'redo' };
    return Object.hasOwn(WITH_CONTROL, letter) && !shiftKey ? WITH_CONTROL[letter] : null;
  }
  if (key === 'Enter' || key === ' ') return { do: 'dab', line: shiftKey };
  if (Object.hasOwn(PLAIN, key)) return PLAIN[key];
  if (Object.hasOwn(PLAIN, letter)) return PLAIN[letter];
  const tool = TOOL_KEYS.get(letter);
  return tool ? { do: 'tool', tool } : null;
}
