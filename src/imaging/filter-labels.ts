/** The largest label; 0 when there is no object. */
export function largestLabel(labels: Int32Array): number {
  let largest = 0;
  for (const label of labels) if (label > largest) largest = label;
  return largest;
}

/** Pixels of each label; index 0 is the background. */
export function labelAreas(labels: Int32Array): Uint32Array {
  const areas = new Uint32Array(largestLabel(labels) + 1);
  for (const label of labels) areas[label]++;
  return areas;
}

/** Labels of the objects with a pixel in the image's outermost rows or columns. */
export function labelsAtEdge(labels: Int32Array, width: number, height: number): Set<number> {
  const found = new Set<number>();
  for (let x = 0; x < width; x++) {
    found.add(labels[x]).add(labels[(height - 1) * width + x]);
  }
  for (let y = 0; y < height; y++) {
    found.add(labels[y * width]).add(labels[y * width + width - 1]);
  }
  found.delete(0);
  return found;
}

/** `labels` with the objects for which `keep` is false taken out; the others keep their labels. */
export function filterLabels(labels: Int32Array, keep: (label: number) => boolean): Int32Array {
  const kept = new Int32Array(labelAreas(labels).length);
  for (let label = 1; label < kept.length; label++) kept[label] = keep(label) ? label : 0;
  return labels.map((label) => kept[label]);
}

/** Objects numbered without gaps. */
export interface CompactedLabels {
  /** `[H, W]`: 1 … `count`. */
  labels: Int32Array;
  count: number;
}

/** Closes the gaps between labels and keeps their order (centrosome's `relabel`). */
export function compactLabels(labels: Int32Array): CompactedLabels {
  const areas = labelAreas(labels);
  const numbers = new Int32Array(areas.length);
  let count = 0;
  for (let label = 1; label < areas.length; label++) if (areas[label]) numbers[label] = ++count;
  return { labels: labels.map((label) => numbers[label]), count };
}
