import { decode } from 'tiff';
import { badImage } from './bad-image.ts';
import { decodeRaw } from './decode-png.ts';
import { readTiffPage } from './decode-tiff.ts';
import { imageFormat } from './image-format.ts';
import { unpackLevels } from './unpack-levels.ts';

/** Levels of a picture as its file has them. */
export interface Levels {
  width: number;
  height: number;
  channels: number;
  /** `[H, W, C]`. */
  data: ArrayLike<number>;
  /** The level of white, or of an opaque alpha; null where levels have no bounds. */
  white: number | null;
}

/** Pages of one TIFF that are read: label maps of a stack. */
const MOST_PAGES = 500;

function pngLevels(bytes: Uint8Array, name: string): Levels {
  const { width, height, channels, depth, palette, data } = decodeRaw(bytes, name);
  // The indices of a palette name objects; their colours are for display.
  if (palette) {
    return { width, height, channels: 1, white: 255, data: unpackLevels(data, width, depth) };
  }
  const levels = depth < 8 ? unpackLevels(data, width * channels, depth) : data;
  return { width, height, channels, white: 2 ** depth - 1, data: levels };
}

function tiffLevels(bytes: Uint8Array, name: string): Levels[] {
  // The first page is checked for size before its pixels are unpacked.
  const first = readTiffPage(bytes, name);
  const heads = decode(bytes, { ignoreImageData: true });
  const alike = heads.every(({ width, height }) => width <= first.width && height <= first.height);
  if (heads.length > MOST_PAGES || !alike) {
    throw badImage('The pages of the TIFF cannot be read.', {
      where: name,
      found: alike ? `${heads.length} pages` : 'pages larger than the first',
      expected: `at most ${MOST_PAGES} pages of one size`,
      hint: 'Save the pages as files of their own.',
    });
  }
  const pages = heads.length > 1 ? decode(bytes) : [first];
  return pages.map(({ width, height, samplesPerPixel, bitsPerSample, sampleFormat, data }) => ({
    width,
    height,
    channels: samplesPerPixel,
    white: sampleFormat === 1 && bitsPerSample <= 16 ? 2 ** bitsPerSample - 1 : null,
    data,
  }));
}

/**
 * The pictures of a PNG (one) or TIFF (its pages), levels not scaled.
 * @param name The file's name, for messages.
 * @throws CytoForgeError `bad-image` for other formats, and for what is damaged or too large.
 */
export function readLevels(bytes: Uint8Array, name: string): Levels[] {
  const format = imageFormat(bytes);
  if (format === 'png') return [pngLevels(bytes, name)];
  if (format === 'tiff') return tiffLevels(bytes, name);
  throw badImage('The file is no mask that can be read.', {
    where: name,
    found: format === 'jpeg' ? 'a JPEG, which changes levels' : 'another format',
    expected: 'a PNG or TIFF',
    hint: 'Save the mask as PNG.',
  });
}
