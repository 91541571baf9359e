import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, FloatImage, InstanceMap } from '../../imaging/image.ts';
import { readTensor } from '../backend/read-tensor.ts';
import * as tf from '../tf.ts';
import { generatorInput, type RenderRequest } from './generator-input.ts';
import { poolByInstance } from './instance-pooling.ts';
import type { Pix2PixHd } from './load-pix2pixhd.ts';
import type { ModuleObserver, Network } from './network-module.ts';
import { cropTo, padToMultiple, type SizeRule } from './pad-to-multiple.ts';
import { runNetworkInTurns } from './run-network.ts';
import { encoderSizes, generatorSizes } from './size-rule.ts';

export type { RenderRequest } from './generator-input.ts';

async function runOnImage(
  network: Network,
  image: FloatImage,
  sizes: SizeRule,
  signal?: AbortSignal,
  onModule?: ModuleObserver,
): Promise<FloatImage> {
  const { width, height, channels, data } = padToMultiple(image, sizes);
  const input = tf.tensor4d(data, [1, height, width, channels]);
  try {
    const output = await runNetworkInTurns(network, input, signal, onModule);
    try {
      const padded = { width, height, channels: output.shape[3], data: await readTensor(output) };
      return cropTo(padded, image.width, image.height);
    } finally {
      output.dispose();
    }
  } finally {
    input.dispose();
  }
}

/**
 * Makes an image from labels, instances and features. A size that the generator does not take
 * (`generatorSizes`) is padded by reflection on the right and below, and the image is cropped back.
 * @param signal looked at between modules
 * @param onModule sees every module's output, for timings and comparisons
 * @returns `[H, W, outputNc]` in [-1, 1], of the request's size
 * @throws CytoForgeError `cancelled`, and what `generatorInput` throws.
 */
export async function renderImage(
  model: Pix2PixHd,
  request: RenderRequest,
  signal?: AbortSignal,
  onModule?: ModuleObserver,
): Promise<FloatImage> {
  const input = generatorInput(model.config, request);
  return runOnImage(model.generator, input, generatorSizes(model.config), signal, onModule);
}

/**
 * The encoder's output before pooling, `[H, W, featNum]` in [-1, 1].
 * @param image `[H, W, outputNc]` in [-1, 1]
 * @throws CytoForgeError `unsupported` when the model has no encoder; `bad-image` for another number of channels;
 *   `cancelled`.
 */
export async function encodeImage(
  model: Pix2PixHd,
  image: FloatImage,
  signal?: AbortSignal,
): Promise<FloatImage> {
  if (!model.encoder || !model.config.encoder) {
    throw new CytoForgeError('unsupported', 'This model has no encoder.', {
      expected: 'a checkpoint with latest_net_E.pth',
      hint: 'Add the encoder file when you open the checkpoint.',
    });
  }
  if (image.channels !== model.config.outputNc) {
    throw new CytoForgeError('bad-image', 'The image has the wrong number of channels.', {
      found: `${image.channels} channels`,
      expected: `${model.config.outputNc} channels`,
    });
  }
  return runOnImage(model.encoder, image, encoderSizes(model.config.encoder), signal);
}

/**
 * The features of every region of an image: the encoder's output, averaged over it. Id → `[featNum]`.
 * @param image `[H, W, outputNc]` in [-1, 1]
 * @param regions instances, or what `featureRegions` makes of them and the labels
 * @throws CytoForgeError what `encodeImage` throws; `bad-image` when the sizes differ.
 */
export async function encodeFeatures(
  model: Pix2PixHd,
  image: FloatImage,
  regions: InstanceMap,
  signal?: AbortSignal,
): Promise<Map<number, number[]>> {
  if (image.width !== regions.width || image.height !== regions.height) {
    throw new CytoForgeError('bad-image', 'Image and instance map differ in size.', {
      found: `${regions.width} × ${regions.height}`,
      expected: `${image.width} × ${image.height}`,
    });
  }
  return poolByInstance(await encodeImage(model, image, signal), regions);
}

/**
 * [-1, 1] → 8 bits as the original writes images: `trunc(clip((x + 1) / 2 · 255, 0, 255))`, in float32.
 * @throws CytoForgeError `unsupported` for more than 4 channels.
 */
export function toPixels({ width, height, channels, data }: FloatImage): ByteImage {
  if (channels !== 1 && channels !== 2 && channels !== 3 && channels !== 4) {
    throw new CytoForgeError('unsupported', 'An image file has at most 4 channels.', {
      found: `${channels} channels`,
    });
  }
  const levels = Uint8Array.from(data, (value) => {
    const level = Math.fround(Math.fround(Math.fround(value + 1) / 2) * 255);
    return Math.min(255, Math.max(0, level));
  });
  return { width, height, channels, data: levels };
}
