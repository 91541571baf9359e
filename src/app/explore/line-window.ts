/**
 * Browsers lay out at most some ten million pixels, four billion seeds are more: a scroller holds a window of their
 * lines, and the window moves along before a person comes to its end.
 */

/** The lines from `first` on that a scroller lays out; those before are above its top. */
export interface LineWindow {
  first: number;
  count: number;
}

/** Most lines in one scroller: few enough to be measured at once, and to fit what Firefox lays out (2^24 pixels). */
export const MOST_LINES = 20_000;

/** So near its end a window moves on. */
const MARGIN = 1_000;

/** The window around a line; all lines where they fit. */
export function windowAround(line: number, total: number): LineWindow {
  const count = Math.min(total, MOST_LINES);
  const first = Math.min(total - count, Math.max(0, line - Math.floor(count / 2)));
  return { first, count };
}

/** Whether a line (counted from the first of all) is well inside of a window, or the window has nowhere to move. */
export function isInside({ first, count }: LineWindow, line: number, total: number): boolean {
  const last = first + count - 1;
  if (line < first || line > last) return false;
  const nearStart = line - first < MARGIN && first > 0;
  const nearEnd = last - line < MARGIN && last < total - 1;
  return !nearStart && !nearEnd;
}
