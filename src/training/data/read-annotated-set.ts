import { openRealSet, type RealFolder } from '../../dataset/real/real-set.ts';
import { CytoForgeError } from '../../errors.ts';
import { badImage } from '../../imaging/bad-image.ts';
import { readImage } from '../../imaging/read-image.ts';
import type { AnnotatedImage } from './annotated-image.ts';

/**
 * Reads a set of images with truth for training, sorted by name: all layouts that `openRealSet` knows. Images of more
 * than 8 bits are scaled to 8.
 * @returns Images of 0 to 1.
 * @throws CytoForgeError `unsupported` when nothing is recognised, `bad-image` for what cannot be read, `cancelled`.
 */
export async function readAnnotatedSet(
  folder: RealFolder,
  signal?: AbortSignal,
): Promise<AnnotatedImage[]> {
  const { samples } = await openRealSet(folder);
  const set: AnnotatedImage[] = [];
  for (const sample of samples) {
    if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
    if (sample.image === null) continue;
    const { image } = readImage(await folder.read(sample.image), sample.image);
    const labels = await sample.readLabels();
    if (image.width !== labels.width || image.height !== labels.height) {
      throw badImage('An image and its labels differ in size.', {
        where: sample.image,
        found: `${labels.width} × ${labels.height}`,
        expected: `${image.width} × ${image.height}`,
      });
    }
    const data = Float32Array.from(image.data, (level) => level / 255);
    set.push({ name: sample.name, image: { ...image, data }, labels });
  }
  if (set.length > 0) return set.sort((a, b) => (a.name < b.name ? -1 : 1));
  throw new CytoForgeError('unsupported', 'There are no images to train with.', {
    where: folder.name,
    found: 'labels alone',
    expected: 'an image for each',
  });
}
