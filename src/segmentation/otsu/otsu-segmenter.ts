import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, LabelImage } from '../../imaging/image.ts';
import { labelComponents } from '../../imaging/label-components.ts';
import { removeSmallObjects } from '../../imaging/remove-small-objects.ts';
import { watershedSplit } from '../../imaging/watershed-split.ts';
import { finitePlane } from '../finite-plane.ts';
import { parameterValues } from '../parameter-values.ts';
import type { Segmenter, SegmenterDescription } from '../segmenter.ts';
import { OTSU_DESCRIPTION, OTSU_WATERSHED_DESCRIPTION } from './otsu-descriptions.ts';
import { otsuForeground } from './otsu-foreground.ts';

type Values = ReturnType<typeof parameterValues>;

function otsuSegmenter(
  description: SegmenterDescription,
  divide: (mask: ByteImage, values: Values) => LabelImage,
): Segmenter {
  return {
    description,
    async segment(image, given, options) {
      if (options?.signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
      const values = parameterValues(description, given);
      const plane = finitePlane(image);
      const sigma = Number(values.gaussian_sigma);
      const { mask, threshold } = otsuForeground(plane, sigma, values.fill_holes === true);
      const labels = removeSmallObjects(divide(mask, values), Number(values.min_size));
      const count = labels.data.reduce((most, id) => Math.max(most, id), 0);
      options?.onProgress?.(1);
      return { labels, scores: new Float32Array(count).fill(1), facts: { threshold } };
    },
    dispose() {},
  };
}

/** Otsu's threshold and the connected pieces (eight neighbours) of what is above. */
export function openOtsuSegmenter(): Segmenter {
  return otsuSegmenter(OTSU_DESCRIPTION, (mask) => labelComponents(mask));
}

/** Otsu's threshold and a watershed of the distance to the background. */
export function openOtsuWatershedSegmenter(): Segmenter {
  return otsuSegmenter(OTSU_WATERSHED_DESCRIPTION, (mask, { neck_depth }) =>
    watershedSplit(mask, { depth: Number(neck_depth) }),
  );
}
