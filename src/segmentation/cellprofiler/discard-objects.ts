import { filterLabels, labelAreas, labelsAtEdge } from '../../imaging/filter-labels.ts';
import type { PrimarySettings } from './primary-settings.ts';

/** What of the objects is left after each reason to discard some; label maps are `[H, W]`. */
export interface DiscardedObjects {
  /** Without those at the border. */
  withinBorder: Int32Array;
  /** Without the small ones either. */
  smallRemoved: Int32Array;
  /** Without the large ones either. */
  kept: Int32Array;
}

const areaOfDisk = (diameter: number) => (Math.PI * (diameter * diameter)) / 4;

/**
 * Discards objects that touch the image's border, and those whose area is not that of a disk of the typical
 * diameters; each as far as the settings say so.
 */
export function discardObjects(
  labels: Int32Array,
  width: number,
  height: number,
  settings: PrimarySettings,
): DiscardedObjects {
  const atBorder = settings.discardTouchingBorder
    ? labelsAtEdge(labels, width, height)
    : new Set<number>();
  const withinBorder = filterLabels(labels, (label) => !atBorder.has(label));
  if (!settings.discardOutsideDiameter) {
    return { withinBorder, smallRemoved: withinBorder, kept: withinBorder };
  }
  const areas = labelAreas(withinBorder);
  const least = areaOfDisk(settings.minimumDiameter);
  const most = areaOfDisk(settings.maximumDiameter);
  const smallRemoved = filterLabels(withinBorder, (label) => areas[label] >= least);
  const kept = filterLabels(smallRemoved, (label) => areas[label] <= most);
  return { withinBorder, smallRemoved, kept };
}
