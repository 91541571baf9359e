import type { FloatImage, LabelImage } from '../../imaging/image.ts';
import { instanceStatistics } from '../../imaging/instance-statistics.ts';
import { median } from '../figures/median-diameter.ts';
import { touchingObjects } from './touching-objects.ts';

/** What makes an image hard; null where it cannot be measured. */
export interface ImageTraits {
  /** Pixels. */
  width: number;
  height: number;
  /** True objects. */
  objects: number;
  /** Share of the pixels that is in true objects, 0 to 1. */
  density: number;
  /** Median area of the true objects in pixels; null without any. */
  size: number | null;
  /**
   * Mean of the pixels in true objects as a share of the largest value of the file, 0 to 1 (the mean of the
   * channels); null without objects or without an image.
   */
  brightness: number | null;
  /** Share of the true objects that touch another, by an edge or a corner; null without any. */
  touching: number | null;
}

/** Mean over all channels of the pixels of true objects. */
function meanInObjects({ data }: LabelImage, image: FloatImage): number | null {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0) continue;
    for (let channel = 0; channel < image.channels; channel++) {
      sum += image.data[at * image.channels + channel];
    }
    count += image.channels;
  }
  return count > 0 ? sum / count : null;
}

/**
 * Measures how hard an image is.
 * @param image The image of the truth's size, values up to `largestValue` (255, 65535 or 1); null when there is none.
 */
export function imageTraits(
  truth: LabelImage,
  image: (FloatImage & { largestValue: number }) | null,
): ImageTraits {
  const { width, height } = truth;
  const areas = instanceStatistics(truth).map(({ area }) => area);
  const mean = image && meanInObjects(truth, image);
  const touching = touchingObjects(truth);
  return {
    width,
    height,
    objects: areas.length,
    density: areas.reduce((sum, area) => sum + area, 0) / (width * height),
    size: areas.length > 0 ? median(areas) : null,
    brightness: image && mean !== null ? mean / image.largestValue : null,
    touching: areas.length > 0 ? touching.size / areas.length : null,
  };
}
