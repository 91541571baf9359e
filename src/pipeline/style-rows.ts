import type { InstanceStyle } from './encode-styles.ts';

/** Rows of the original's `features.npy` by class: `[...feature, share]`, in the order of the styles. */
export function rowsByLabel(styles: readonly InstanceStyle[]): Map<number, number[][]> {
  const rows = new Map<number, number[][]>();
  for (const { label, feature, share } of styles) {
    const ofLabel = rows.get(label);
    if (ofLabel) ofLabel.push([...feature, share]);
    else rows.set(label, [[...feature, share]]);
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}
