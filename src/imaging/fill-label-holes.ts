import { labelAreas, labelsAtEdge, largestLabel } from './filter-labels.ts';
import { numberComponents } from './number-components.ts';
import { type RegionNeighbours, regionNeighbours } from './region-neighbours.ts';

/** Objects and the connected pieces of background between them as one partition. */
interface Partition {
  /** `[H, W]`: an object's label, or a piece of background's number above all labels. */
  regions: Int32Array;
  largestLabel: number;
  count: number;
}

function partition(labels: Int32Array, width: number, height: number): Partition {
  const background = new Uint8Array(labels.length);
  for (let i = 0; i < labels.length; i++) if (labels[i] === 0) background[i] = 1;
  const { labels: regions, count } = numberComponents(background, width, height, 4);
  const largest = largestLabel(labels);
  for (let i = 0; i < labels.length; i++) regions[i] = labels[i] || largest + regions[i];
  return { regions, largestLabel: largest, count: largest + count + 1 };
}

/**
 * By region, what it becomes: from the regions that certainly stay, staying spreads to every object that
 * touches staying background and to everything that touches two staying objects. What is left lies within
 * one object and joins it.
 */
function absorb(
  { largestLabel, count }: Partition,
  { starts, neighbours }: RegionNeighbours,
  staying: Iterable<number>,
): Int32Array {
  const stays = new Uint8Array(count);
  const owner = new Int32Array(count);
  const open = [...staying];
  for (const region of open) stays[region] = 1;
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    for (let k = starts[region]; k < starts[region + 1]; k++) {
      const next = neighbours[k];
      if (stays[next]) continue;
      if (region <= largestLabel) {
        if (owner[next] === 0) owner[next] = region;
        if (owner[next] === region) continue;
      } else if (next > largestLabel) {
        continue;
      }
      stays[next] = 1;
      open.push(next);
    }
  }
  for (let region = 0; region < count; region++) {
    if (!stays[region] && owner[region]) open.push(region);
  }
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    for (let k = starts[region]; k < starts[region + 1]; k++) {
      const next = neighbours[k];
      if (stays[next] || owner[next]) continue;
      owner[next] = owner[region];
      open.push(next);
    }
  }
  return owner.map((label, region) => {
    if (!stays[region]) return label;
    return region <= largestLabel ? region : 0;
  });
}

/**
 * Fills the holes of labelled objects with their labels (centrosome's `fill_labeled_holes`). Background that
 * neither touches the image's edge nor two objects is a hole; an object that lies whole within another, or
 * within a hole of it, becomes part of it. Background is connected by sides.
 * @param labels `[H, W]`, 0 in the background.
 * @param largestArea Regions of this many pixels or more are no holes, nor swallowed as objects.
 */
export function fillLabelHoles(
  labels: Int32Array,
  width: number,
  height: number,
  largestArea = Number.POSITIVE_INFINITY,
): Int32Array {
  const parts = partition(labels, width, height);
  const staying = labelsAtEdge(parts.regions, width, height);
  labelAreas(parts.regions).forEach((area, region) => {
    if (area >= largestArea) staying.add(region);
  });
  const becomes = absorb(parts, regionNeighbours(parts.regions, width, parts.count), staying);
  return parts.regions.map((region) => becomes[region]);
}
