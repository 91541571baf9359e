import type { Cpnet } from '../../nn/cellpose/load-cpnet.ts';
import { predictTiles } from '../../nn/cellpose/predict-tiles.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';
import { PLAIN_CROPS } from '../data/augmentation.ts';
import { drawExample } from '../data/draw-example.ts';
import { exampleStream } from '../data/example-order.ts';
import type { StyleOfSize } from './fit-size-model.ts';

/** Sizes that a size model learns, as multiples of the network's diameter. */
const SIZES = [0.4, 0.55, 0.75, 1, 1.35, 1.8, 2.5];

/**
 * Styles that a network gives crops of images at several sizes.
 * @param images as `prepareForCellpose` makes them
 * @param side of a crop in pixels, a multiple of 16
 */
export async function drawStyles(
  network: Cpnet,
  images: readonly AnnotatedImage[],
  side: number,
  seed: number,
): Promise<StyleOfSize[]> {
  const samples: StyleOfSize[] = [];
  for (const [at, image] of images.entries()) {
    // Each image in turn at three of the sizes.
    for (let turn = 0; turn < 3; turn++) {
      const enlargement = SIZES[(3 * at + turn) % SIZES.length];
      const augmentation = {
        ...PLAIN_CROPS,
        size: side,
        scale: [enlargement, enlargement],
      } as const;
      const stream = exampleStream(seed, 3 * at + turn);
      const { image: crop } = drawExample(image, augmentation, stream);
      const { styles } = await predictTiles(network, crop.data, crop);
      samples.push({ style: styles, enlargement });
    }
  }
  return samples;
}
