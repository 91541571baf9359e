import type { RealFolder, RealSample } from '../dataset/real/real-set.ts';
import { badImage } from '../imaging/bad-image.ts';
import type { LabelImage } from '../imaging/image.ts';
import { readSegmenterImage } from './read-segmenter-image.ts';
import type { SegmenterImage } from './segmenter.ts';

/** An image in the depth of its file, and the objects that are in it. */
export interface AnnotatedImage {
  image: SegmenterImage;
  truth: LabelImage;
}

/**
 * Reads one sample of a set with truth.
 * @param micronsPerPixel What is known of the size of a pixel, for algorithms that scale by it.
 * @throws CytoForgeError `bad-image` for a sample without an image, one whose truth has another size, and files that
 * cannot be read.
 */
export async function readAnnotatedImage(
  folder: RealFolder,
  sample: RealSample,
  micronsPerPixel: number | null,
): Promise<AnnotatedImage> {
  if (sample.image === null) {
    throw badImage('The sample has no image.', {
      where: sample.name,
      found: 'a label map alone',
      expected: 'an image of the same name beside it',
    });
  }
  const image = readSegmenterImage(await folder.read(sample.image), sample.image);
  const truth = await sample.readLabels();
  if (image.width !== truth.width || image.height !== truth.height) {
    throw badImage('An image and its truth differ in size.', {
      where: sample.image,
      found: `${image.width} × ${image.height} and ${truth.width} × ${truth.height}`,
      expected: 'the same width and height',
    });
  }
  return { image: { ...image, micronsPerPixel }, truth };
}
