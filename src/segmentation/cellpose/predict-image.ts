import { CytoForgeError } from '../../errors.ts';
import type { FlowField } from '../../imaging/flows/flow-field.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { resizeBilinear } from '../../imaging/resize-bilinear.ts';
import type { Cpnet } from '../../nn/cellpose/load-cpnet.ts';
import { predictTiles } from '../../nn/cellpose/predict-tiles.ts';
import type { SegmentOptions } from '../segmenter.ts';
import type { CellposeOptions } from './cellpose-options.ts';
import { padPlanes } from './pad-planes.ts';
import { planTiles } from './plan-tiles.ts';
import { tileAverage } from './tile-average.ts';
import { tilePixels } from './tile-pixels.ts';

/** What the network says of an image. */
export interface ImagePrediction {
  /** Five times a vector of length 1 in cells. */
  flows: FlowField;
  /** `[H, W]` logits. */
  cellprob: Float32Array;
  /** The mean style of the tiles, of length 1. */
  style: Float32Array;
}

/** Pixels of an image at the network's scale; a small diameter would ask for any number. */
const MOST_PIXELS = 2 ** 25;

function scaledSize({ width, height }: FloatImage, scale: number) {
  const size = {
    width: Math.max(1, Math.trunc(width * scale)),
    height: Math.max(1, Math.trunc(height * scale)),
  };
  if (size.width * size.height <= MOST_PIXELS) return size;
  throw new CytoForgeError('bad-option', 'The image would be too large at this diameter.', {
    where: 'diameter',
    found: `${size.width} × ${size.height} pixels`,
    expected: `at most ${MOST_PIXELS} pixels`,
    hint: 'Give a larger diameter, or a smaller part of the image.',
  });
}

/** Lets messages in, and stops where a person asked for it. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
}

function unitVector(sum: Float32Array): Float32Array {
  const length = Math.hypot(...sum);
  return length > 0 ? sum.map((value) => value / length) : sum;
}

/** The window of `[H, W, C]` that begins at a corner. */
function cropMaps(
  maps: FloatImage,
  top: number,
  left: number,
  { width, height }: { width: number; height: number },
): FloatImage {
  const { channels } = maps;
  const data = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const from = ((y + top) * maps.width + left) * channels;
    data.set(maps.data.subarray(from, from + width * channels), y * width * channels);
  }
  return { width, height, channels, data };
}

function splitMaps({ width, height, data }: FloatImage): Omit<ImagePrediction, 'style'> {
  const plane = (c: number) =>
    Float32Array.from({ length: width * height }, (_, i) => data[3 * i + c]);
  return { flows: { width, height, y: plane(0), x: plane(1) }, cellprob: plane(2) };
}

/**
 * Runs the network over an image in tiles and joins what it says of them (`core.run_net`, spec 1.3).
 * @param planes `[H, W, channels of the network]`, normalised.
 * @param scale Pixels of the network for one of the image.
 * @returns maps of the image's size where `resample` is on, else of the network's.
 * @throws CytoForgeError `bad-option` when the image would become too large, `cancelled`; what the backend throws.
 */
export async function predictImage(
  network: Cpnet,
  planes: FloatImage,
  scale: number,
  options: Pick<CellposeOptions, 'augment' | 'batch_size' | 'bsize' | 'resample' | 'tile_overlap'>,
  { signal, onProgress }: SegmentOptions = {},
): Promise<ImagePrediction> {
  const size = scaledSize(planes, scale);
  const { image, top, left } = padPlanes(resizeBilinear(planes, size.width, size.height));
  const { augment, bsize: side, tile_overlap: overlap, batch_size } = options;
  const { tiles, ...tile } = planTiles(image.width, image.height, { side, overlap, augment });
  const average = tileAverage(image, tile);
  const [styleLength] = network.config.channels.slice(-1);
  const style = new Float32Array(styleLength);
  for (let done = 0; done < tiles.length; done += batch_size) {
    await breathe(signal);
    const batch = tiles.slice(done, done + batch_size);
    const { maps, styles } = await predictTiles(network, tilePixels(image, tile, batch), tile);
    const values = maps.length / batch.length;
    for (const [i, each] of batch.entries()) {
      average.add(each, maps.subarray(i * values, (i + 1) * values));
    }
    for (const [i, value] of styles.entries()) style[i % styleLength] += value;
    onProgress?.((done + batch.length) / tiles.length);
  }
  await breathe(signal);
  const maps = cropMaps(average.finish(), top, left, size);
  const sized = options.resample ? resizeBilinear(maps, planes.width, planes.height) : maps;
  return { ...splitMaps(sized), style: unitVector(style) };
}
