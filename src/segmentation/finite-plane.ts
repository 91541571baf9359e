import { badImage } from '../imaging/bad-image.ts';
import { greyPlane } from './grey-plane.ts';
import type { SegmenterImage } from './segmenter.ts';

/**
 * One plane of an image, all of whose values are numbers: `greyPlane` for algorithms that compare values.
 * @returns `[H, W, 1]`, values as they were.
 * @throws CytoForgeError `bad-image` for NaN and infinities, which float files may hold.
 */
export function finitePlane(image: SegmenterImage): ReturnType<typeof greyPlane> {
  const plane = greyPlane(image);
  const at = plane.data.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return plane;
  throw badImage('The image has values that are no numbers.', {
    where: `x ${at % plane.width}, y ${Math.floor(at / plane.width)}`,
    found: String(plane.data[at]),
    expected: 'finite values',
    hint: 'Save the image with every value filled in.',
  });
}
