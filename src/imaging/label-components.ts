import { badImage } from './bad-image.ts';
import type { ByteImage, LabelImage } from './image.ts';
import { numberComponents } from './number-components.ts';

export interface LabelComponentsOptions {
  /**
   * Which neighbours belong together: 4 (sides) or 8 (sides and corners).
   * @default 8
   */
  connectivity?: 4 | 8;
}

/** The largest id a 16-bit label map can hold. */
export const LARGEST_ID = 65535;

/**
 * Connected foreground (any value but 0) as a label map; ids count from 1 in the order in which a scan row
 * by row meets the components, as scikit-image's `label`.
 * @throws CytoForgeError `bad-image` when there are more than 65535 components.
 */
export function labelComponents(mask: ByteImage, options: LabelComponentsOptions = {}): LabelImage {
  const { connectivity = 8 } = options;
  const { width, height, data } = mask;
  const { labels, count } = numberComponents(data, width, height, connectivity);
  if (count > LARGEST_ID) {
    throw badImage('The mask has too many objects.', {
      found: String(count),
      expected: `at most ${LARGEST_ID}`,
      hint: 'Raise the threshold or use a smaller image.',
    });
  }
  return { width, height, data: Uint16Array.from(labels) };
}
