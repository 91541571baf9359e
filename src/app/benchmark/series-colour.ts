/** Colours that differ in hue and lightness; the theme sets them (`benchmark.css`). */
export const SERIES = 9;

/** The colour of an entry in tables and plots: that of its place in the list. */
export function seriesColour(entries: readonly { id: string }[], id: string): string {
  const at = entries.findIndex((entry) => entry.id === id);
  return `var(--series-${(Math.max(0, at) % SERIES) + 1})`;
}
