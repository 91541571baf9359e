import { fillLabelHoles } from '../../imaging/fill-label-holes.ts';
import { compactLabels } from '../../imaging/filter-labels.ts';
import { numberComponents } from '../../imaging/number-components.ts';
import type { RealImage } from '../../imaging/real-values.ts';
import { declump } from './declump.ts';
import { discardObjects } from './discard-objects.ts';
import { DEFAULT_PRIMARY_SETTINGS, type PrimarySettings } from './primary-settings.ts';
import { type ThresholdOutcome, thresholdImage } from './threshold-image.ts';

/** What IdentifyPrimaryObjects gives; all label maps are `[H, W]`, 0 in the background. */
export interface PrimaryObjects {
  width: number;
  height: number;
  /** The objects, 1 … `counts.objects`. */
  labels: Int32Array;
  /** All objects before any was discarded, by the number of their maximum (of their component, undivided). */
  uneditedLabels: Int32Array;
  /** Objects left after those at the border and the small ones were discarded, but not the large ones. */
  smallRemoved: Int32Array;
  /** Objects discarded for their size. */
  sizeExcluded: Int32Array;
  /** Objects discarded because they touch the border. */
  borderExcluded: Int32Array;
  /** Numbered points from which objects were grown; empty when nothing was divided. */
  maxima: Int32Array;
  /** Foreground, 0 and 1, its holes filled if the settings say so. */
  binary: Uint8Array;
  threshold: Omit<ThresholdOutcome, 'binary'>;
  counts: {
    components: number;
    maxima: number;
    /** Objects left after those at the border were discarded. */
    withinBorder: number;
    objects: number;
  };
  /** Distance within which there is only one maximum, pixels. */
  suppression: number;
}

/** The settings that take effect: without the advanced ones, all but the diameters and discarding are fixed. */
function effectiveSettings(settings: PrimarySettings): PrimarySettings {
  if (settings.useAdvanced) return settings;
  const { minimumDiameter, maximumDiameter, discardOutsideDiameter, discardTouchingBorder } =
    settings;
  return {
    ...DEFAULT_PRIMARY_SETTINGS,
    minimumDiameter,
    maximumDiameter,
    discardOutsideDiameter,
    discardTouchingBorder,
  };
}

/** Those of `before` that are not in `after`. */
function discarded(before: Int32Array, after: Int32Array): Int32Array {
  return before.map((label, i) => (after[i] ? 0 : label));
}

/** Removes every object of a result that has more than the settings allow. */
function eraseExcess(objects: PrimaryObjects, settings: PrimarySettings): PrimaryObjects {
  const { excessHandling, maximumObjectCount } = settings;
  if (excessHandling === 'Continue' || objects.counts.objects <= maximumObjectCount) return objects;
  const nothing = () => new Int32Array(objects.labels.length);
  return {
    ...objects,
    labels: nothing(),
    smallRemoved: nothing(),
    sizeExcluded: nothing(),
    borderExcluded: nothing(),
    counts: { ...objects.counts, objects: 0 },
  };
}

/**
 * CellProfiler's IdentifyPrimaryObjects: threshold, fill, declump, discard at the border and by size, fill,
 * number. The same image and settings give the same objects.
 * @param image Intensities from 0 to 1; single precision rounds as it does in CellProfiler.
 * @throws CytoForgeError `bad-option` for an adaptive window that does not fit the image.
 */
export function identifyPrimaryObjects(image: RealImage, given: PrimarySettings): PrimaryObjects {
  const settings = effectiveSettings(given);
  const { width, height } = image;
  const { binary: above, ...threshold } = thresholdImage(image, settings.threshold);
  const fillsFirst = settings.fillHoles === 'After both thresholding and declumping';
  const largestHole = settings.maximumDiameter ** 2;
  const binary = fillsFirst
    ? new Uint8Array(fillLabelHoles(new Int32Array(above), width, height, largestHole))
    : above;
  const clumps = numberComponents(binary, width, height, 8);
  const { labels: unedited, maxima, maximaCount, suppression } = declump(image, clumps, settings);
  const { withinBorder, smallRemoved, kept } = discardObjects(unedited, width, height, settings);
  const filled = settings.fillHoles === 'Never' ? kept : fillLabelHoles(kept, width, height);
  const { labels, count } = compactLabels(filled);
  const objects: PrimaryObjects = {
    width,
    height,
    labels,
    uneditedLabels: unedited,
    smallRemoved,
    sizeExcluded: discarded(withinBorder, kept),
    borderExcluded: discarded(unedited, withinBorder),
    maxima,
    binary,
    threshold,
    counts: {
      components: clumps.count,
      maxima: maximaCount,
      withinBorder: compactLabels(withinBorder).count,
      objects: count,
    },
    suppression,
  };
  return eraseExcess(objects, settings);
}
