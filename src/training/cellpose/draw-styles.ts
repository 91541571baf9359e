import type { Cpnet } from '../../nn/cellpose/load-cpnet.ts';
import { predictTiles } from '../../nn/cellpose/predict-tiles.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';
import { PLAIN_CROPS } from '../data/augmentation.ts';
import { drawExample } from '../data/draw-example.ts';
import { exampleStream } from '../data/example-order.ts';
import type { StyleOfSize } from './fit-size-model.ts';

/** Sizes that a size model learns, as multiples of the network's diameter. */
const SIZES = [0.4, 0.6, 0.8, 1, 1.35, 1.8, 2.4, 3.2, 4.5];

/** At how many of the sizes each image is seen, in turn. */
const TURNS = 3;

/** Images are as many as give some hundred styles. */
const MOST_IMAGES = 150;

/**
 * Styles that a network gives crops of images at several sizes.
 * @param images as `prepareForCellpose` makes them; of many, some are taken, evenly
 * @param side of a crop in pixels, a multiple of 16
 */
export async function drawStyles(
  network: Cpnet,
  images: readonly AnnotatedImage[],
  side: number,
  seed: number,
): Promise<StyleOfSize[]> {
  const step = Math.ceil(images.length / MOST_IMAGES);
  const samples: StyleOfSize[] = [];
  for (const image of images.filter((_, at) => at % step === 0)) {
    for (let turn = 0; turn < TURNS; turn++) {
      const enlargement = SIZES[samples.length % SIZES.length];
      const augmentation = {
        ...PLAIN_CROPS,
        size: side,
        scale: [enlargement, enlargement],
      } as const;
      const stream = exampleStream(seed, samples.length);
      const { image: crop } = drawExample(image, augmentation, stream);
      const { styles } = await predictTiles(network, crop.data, crop);
      samples.push({ style: styles, enlargement });
    }
  }
  return samples;
}
