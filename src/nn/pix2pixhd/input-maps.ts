import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, FloatImage, InstanceMap } from '../../imaging/image.ts';
import { toGrey } from '../../imaging/to-grey.ts';

/**
 * Class ids → one channel per class, 1 where the pixel has it.
 * @param labels one channel of ids below `labelNc`
 * @throws CytoForgeError `bad-image` for an id that is too large, or more than one channel.
 */
export function oneHotLabels(labels: ByteImage, labelNc: number): FloatImage {
  const { width, height, channels } = labels;
  if (channels !== 1) {
    throw new CytoForgeError('bad-image', 'The label map has more than one channel.', {
      found: `${channels} channels`,
      expected: 'one channel of class ids',
      hint: 'Save the label map as an 8-bit grey image.',
    });
  }
  const data = new Float32Array(width * height * labelNc);
  for (let i = 0; i < labels.data.length; i++) {
    const id = labels.data[i];
    if (id >= labelNc) {
      throw new CytoForgeError('bad-image', 'The label map has a class the model does not know.', {
        where: `x ${i % width}, y ${Math.trunc(i / width)}`,
        found: `class ${id}`,
        expected: `0 to ${labelNc - 1}`,
        hint: id === 255 ? 'A 0/255 mask is not a label map: write 1 where it has 255.' : undefined,
      });
    }
    data[i * labelNc + id] = 1;
  }
  return { width, height, channels: labelNc, data };
}

/** 1 where a pixel differs from its left, right, upper or lower neighbour (both sides are marked), else 0. */
export function instanceEdges({ width, height, data: ids }: InstanceMap): FloatImage {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x + 1 < width && ids[i] !== ids[i + 1]) data[i] = data[i + 1] = 1;
      if (y + 1 < height && ids[i] !== ids[i + width]) data[i] = data[i + width] = 1;
    }
  }
  return { width, height, channels: 1, data };
}

/**
 * 8-bit pixels → `[H, W, inputNc]` in [-1, 1], in the float32 steps of the original: `(x / 255 - 0.5) / 0.5`. Grey
 * is repeated for every channel; of RGB, for a model of another number of channels, the luma is.
 * @param image grey, or RGB
 * @throws CytoForgeError `bad-image` unless it has 1 or 3 channels.
 */
export function normaliseImage(image: ByteImage, inputNc: number): FloatImage {
  const { width, height, channels } = image;
  if (channels !== 1 && channels !== 3) {
    throw new CytoForgeError('bad-image', 'This model reads grey or RGB images.', {
      found: `${channels} channels`,
      expected: '1 or 3 channels',
    });
  }
  const levels = Float32Array.from(
    { length: 256 },
    (_, level) => (Math.fround(level / 255) - 0.5) / 0.5,
  );
  const source = channels === inputNc ? image : toGrey(image);
  const repeats = inputNc / source.channels;
  const data = new Float32Array(width * height * inputNc);
  for (let i = 0; i < data.length; i++) {
    data[i] = levels[source.data[Math.trunc(i / repeats)]];
  }
  return { width, height, channels: inputNc, data };
}

/** Paints every instance with its feature vector, `[H, W, featNum]`; instances without one get zeros. */
export function paintFeatures(
  { width, height, data: ids }: InstanceMap,
  features: ReadonlyMap<number, readonly number[]>,
  featNum: number,
): FloatImage {
  const data = new Float32Array(width * height * featNum);
  for (let i = 0; i < ids.length; i++) {
    const feature = features.get(ids[i]);
    if (feature) for (let c = 0; c < featNum; c++) data[i * featNum + c] = feature[c];
  }
  return { width, height, channels: featNum, data };
}

/**
 * The channels of several images one after the other.
 * @throws CytoForgeError `bad-image` when they differ in size.
 */
export function stackChannels(images: readonly FloatImage[]): FloatImage {
  const [{ width, height }] = images;
  const channels = images.reduce((sum, image) => sum + image.channels, 0);
  const data = new Float32Array(width * height * channels);
  let offset = 0;
  for (const image of images) {
    if (image.width !== width || image.height !== height) {
      throw new CytoForgeError('bad-image', 'The maps of one image differ in size.', {
        found: `${image.width} × ${image.height}`,
        expected: `${width} × ${height}`,
      });
    }
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < image.channels; c++) {
        data[i * channels + offset + c] = image.data[i * image.channels + c];
      }
    }
    offset += image.channels;
  }
  return { width, height, channels, data };
}
