import type { CellShapes } from '../../imaging/editing/cell-shapes.ts';

/** Style cluster by instance id, of those that have one of their own. */
export type InstanceStyles = Readonly<Record<string, number>>;

/** Style before and after by instance id; null is the sample's rule. */
export type StyleChanges = Readonly<Record<string, [before: number | null, after: number | null]>>;

/**
 * Styles of single cells after an operation: a new cell has the style of the one it came from, and a cell that is gone
 * has none.
 * @param cameFrom Ids before by ids after, as `OperationResult` says.
 * @param source Where the styles of what came are; those of a clip may be another painting's.
 */
export function stylesAfter(
  styles: InstanceStyles,
  cameFrom: ReadonlyMap<number, number>,
  shapes: Pick<CellShapes, 'areaOf'>,
  source: InstanceStyles = styles,
): InstanceStyles {
  const after: Record<string, number> = {};
  for (const [id, cluster] of Object.entries(styles)) {
    // The background (0) has a style too.
    const isThere = id === '0' || shapes.areaOf(Number(id)) > 0;
    if (isThere && !cameFrom.has(Number(id))) after[id] = cluster;
  }
  for (const [id, from] of cameFrom) {
    const cluster = source[from];
    if (cluster !== undefined && shapes.areaOf(id) > 0) after[id] = cluster;
  }
  return after;
}

/** What differs between two; null when nothing does. */
export function styleChanges(before: InstanceStyles, after: InstanceStyles): StyleChanges | null {
  const changes: Record<string, [number | null, number | null]> = {};
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[id] !== after[id]) changes[id] = [before[id] ?? null, after[id] ?? null];
  }
  return Object.keys(changes).length === 0 ? null : changes;
}

/** Styles with changes undone (`0`) or done again (`1`). */
export function applyStyles(
  styles: InstanceStyles,
  changes: StyleChanges,
  which: 0 | 1,
): InstanceStyles {
  const changed: Record<string, number> = { ...styles };
  for (const [id, pair] of Object.entries(changes)) {
    const cluster = pair[which];
    if (cluster === null) delete changed[id];
    else changed[id] = cluster;
  }
  return changed;
}
