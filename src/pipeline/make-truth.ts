import { binarise } from '../imaging/binarise.ts';
import { fillHoles } from '../imaging/fill-holes.ts';
import type { ByteImage, LabelImage } from '../imaging/image.ts';
import { type InstanceShape, instanceStatistics } from '../imaging/instance-statistics.ts';
import { labelComponents } from '../imaging/label-components.ts';
import { maskFromLabels } from '../imaging/mask-from-labels.ts';
import { otsuThreshold } from '../imaging/otsu-threshold.ts';
import { resizePillow } from '../imaging/pillow-resize.ts';
import { removeSmallObjects } from '../imaging/remove-small-objects.ts';
import { toGrey } from '../imaging/to-grey.ts';
import { watershedSplit } from '../imaging/watershed-split.ts';
import type { SizeRecipe, TruthRecipe } from './recipe.ts';

/** What is known exactly of a sample: its objects, as pixels and as numbers. */
export interface Truth {
  /** 0 where `labels` is 0; 255 in cells, but for their nuclei, which are 76. */
  mask: ByteImage;
  /** Ids 1 … n in raster order. */
  labels: LabelImage;
  /** Not 0 in the nuclei of cells; null where they are not told apart. */
  nuclei: ByteImage | null;
  instances: InstanceShape[];
}

/**
 * From a generator's 8-bit mask to instance ids: grey, resampled to size, thresholded, holes filled, split,
 * small objects dropped.
 * @throws CytoForgeError `bad-image` when there are more objects than a 16-bit label map can name.
 */
export function makeTruth(rawMask: ByteImage, truth: TruthRecipe, size: SizeRecipe): Truth {
  const grey = resizePillow(toGrey(rawMask), size.width, size.height, size.resampling);
  // Otsu's level belongs to the background, a threshold to the foreground.
  const threshold = truth.threshold === 'otsu' ? otsuThreshold(grey) + 1 : truth.threshold;
  const foreground = binarise(grey, threshold);
  const whole = truth.fillHoles ? fillHoles(foreground) : foreground;
  const split = truth.split === 'watershed' ? watershedSplit(whole) : labelComponents(whole);
  const labels = removeSmallObjects(split, truth.smallestObject);
  return {
    mask: maskFromLabels(labels),
    labels,
    nuclei: null,
    instances: instanceStatistics(labels),
  };
}
