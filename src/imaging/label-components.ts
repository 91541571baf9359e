import { badImage } from './bad-image.ts';
import type { ByteImage, LabelImage } from './image.ts';

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
  const labels = new Uint16Array(width * height);
  const open = new Int32Array(width * height);
  const reachX = connectivity === 8 ? 1 : 0;
  let id = 0;
  for (let start = 0; start < labels.length; start++) {
    if (data[start] === 0 || labels[start] !== 0) continue;
    if (id === LARGEST_ID) {
      throw badImage('The mask has too many objects.', {
        found: `more than ${LARGEST_ID}`,
        expected: `at most ${LARGEST_ID}`,
        hint: 'Raise the threshold or use a smaller image.',
      });
    }
    labels[start] = ++id;
    open[0] = start;
    let count = 1;
    while (count > 0) {
      const i = open[--count];
      const x = i % width;
      const y = (i - x) / width;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        const reach = ny === y ? 1 : reachX;
        for (let nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach); nx++) {
          const j = ny * width + nx;
          if (data[j] === 0 || labels[j] !== 0) continue;
          labels[j] = id;
          open[count++] = j;
        }
      }
    }
  }
  return { width, height, data: labels };
}
