/** Steps that can be undone and done again. */
export interface EditHistory<Value> {
  past: readonly Value[];
  present: Value;
  future: readonly Value[];
  /** What the last step changed, and when (milliseconds); null for a step that stands alone. */
  last: { what: string; at: number } | null;
}

/** Steps that change the same thing within this time are one. */
const TOGETHER_MS = 1200;

/** A history that begins here. */
export function startHistory<Value>(present: Value): EditHistory<Value> {
  return { past: [], present, future: [], last: null };
}

/**
 * The history with one step more.
 * @param what Changes of the same thing, soon after one another, become one step; those of a drag (`drag …`) always do.
 */
export function recordEdit<Value>(
  history: EditHistory<Value>,
  present: Value,
  what: string | null,
  at: number,
): EditHistory<Value> {
  const { last } = history;
  const soon = last !== null && (last.what.startsWith('drag') || at - last.at < TOGETHER_MS);
  const goesOn = what !== null && last?.what === what && soon && history.future.length === 0;
  return {
    past: goesOn ? history.past : [...history.past, history.present],
    present,
    future: [],
    last: what === null ? null : { what, at },
  };
}

/** One step back; the same history when there is none. */
export function undoEdit<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  const before = past[past.length - 1];
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null };
}

/** One step forward again; the same history when there is none. */
export function redoEdit<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0], future: future.slice(1), last: null };
}
