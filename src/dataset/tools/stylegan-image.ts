import { CytoForgeError } from '../../errors.ts';
import { badImage } from '../../imaging/bad-image.ts';
import { cropImage } from '../../imaging/crop-image.ts';
import type { ByteImage } from '../../imaging/image.ts';
import type { LevelImage } from '../../imaging/level-image.ts';
import { resizePillow } from '../../imaging/pillow-resize.ts';
import { toGrey } from '../../imaging/to-grey.ts';
import type { StyleGanStep } from './tool-step.ts';

type Resolution = NonNullable<StyleGanStep['resolution']>;

function crop(image: ByteImage, x: number, y: number, width: number, height: number): ByteImage {
  return cropImage(image, { x, y, width, height }) as ByteImage;
}

/** NumPy's `round`, which takes halves to the even neighbour. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** A central band of the image's width, scaled, between black bars that make it square. */
function centreBand(image: ByteImage, { width, height }: Resolution, step: StyleGanStep) {
  const band = roundHalfEven((width * image.height) / image.width);
  if (image.width < width || band < height) {
    throw badImage('The image is too small for this crop.', {
      found: `${image.width} × ${image.height}`,
      expected: `at least ${width} wide, and ${height} high when scaled to that width`,
    });
  }
  const top = Math.floor((image.height - band) / 2);
  const middle = crop(image, 0, top, image.width, band);
  const scaled = resizePillow(middle, width, height, step.resampling);
  return crop(scaled, 0, -Math.floor((width - height) / 2), width, width);
}

/** The largest central square, scaled. */
function centreSquare(image: ByteImage, { width, height }: Resolution, step: StyleGanStep) {
  const side = Math.min(image.width, image.height);
  const [x, y] = [image.width - side, image.height - side].map((rest) => Math.floor(rest / 2));
  return resizePillow(crop(image, x, y, side, side), width, height, step.resampling);
}

function transformed(image: ByteImage, step: StyleGanStep): ByteImage {
  const { transform, resolution } = step;
  if (resolution === null) {
    if (transform === 'none') return image;
    throw new CytoForgeError('bad-option', 'This crop needs a resolution.', {
      where: transform,
      expected: 'a resolution such as 256x256',
    });
  }
  if (transform === 'center-crop') return centreSquare(image, resolution, step);
  if (transform === 'center-crop-wide') return centreBand(image, resolution, step);
  return resizePillow(image, resolution.width, resolution.height, step.resampling);
}

function inChannels(image: ByteImage, channels: StyleGanStep['channels']): ByteImage {
  if (channels === 'grey') return toGrey(image);
  if (channels === 'as-is' || image.channels === 3) return image;
  const data = new Uint8Array(3 * image.data.length);
  for (let i = 0; i < image.data.length; i++) data.fill(image.data[i], 3 * i, 3 * i + 3);
  return { ...image, channels: 3, data };
}

/** @throws CytoForgeError `bad-image` unless the image is square, of a power of two. */
function checkShape({ width, height }: ByteImage): void {
  const hint = 'Choose a crop with a resolution that is a power of two.';
  if (width !== height) {
    throw badImage('StyleGAN needs square images.', {
      found: `${width} × ${height}`,
      expected: 'the same width and height',
      hint,
    });
  }
  if ((width & (width - 1)) !== 0) {
    throw badImage('StyleGAN needs a side that is a power of two.', {
      found: `${width} × ${height}`,
      expected: '64, 128, 256, 512, 1024 …',
      hint,
    });
  }
}

/**
 * An image as StyleGAN's `dataset_tool.py` prepares it: cropped and scaled by Lanczos (Pillow), square, a power of two.
 * Grey stays grey in both crops, unless RGB is asked for (the original always makes RGB of them).
 * @throws CytoForgeError `bad-image` for what it refuses too, and for label maps of 16 bits.
 */
export function styleGanImage(image: LevelImage, step: StyleGanStep): ByteImage {
  if (image.data instanceof Uint16Array) {
    throw badImage('StyleGAN learns from images of 8 bits.', {
      found: 'a label map of 16 bits',
      hint: 'Use the masks, or make masks of the labels with the threshold tool.',
    });
  }
  const made = inChannels(transformed(image as ByteImage, step), step.channels);
  checkShape(made);
  return made;
}
