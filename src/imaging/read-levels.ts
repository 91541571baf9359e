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
/** Of all its pages together. */
const MOST_PIXELS = 300e6;

function pngLevels(bytes: Uint8Array, name: string): Levels {
  const { width, height, channels, depth, palette, data } = decodeRaw(bytes, name);
  // The indices of a palette name objects; their colours are for display.
  if (palette) {
    return { width, height, channels: 1, white: 255, data: unpackLevels(data, width, depth) };
  }
  const levels = depth < 8 ? unpackLevels(data, width * channels, depth) : data;
  return { width, height, channels, white: 2 ** depth - 1, data: levels };
}

function unreadable(name: string, found: string, cause?: unknown) {
  return badImage(
    'The pages of the TIFF cannot be read.',
    {
      where: name,
      found,
      expected: `at most ${MOST_PAGES} pages and ${MOST_PIXELS / 1e6} million pixels`,
      hint: 'Save the pages as files of their own.',
    },
    cause,
  );
}

/** Runs the TIFF reader, whose own errors say nothing of the file. */
function attempt<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw unreadable(name, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function tiffLevels(bytes: Uint8Array, name: string): Levels[] {
  // The first page is checked for size before its pixels are unpacked, the others by their heads.
  const first = readTiffPage(bytes, name);
  const heads = attempt(name, () => decode(bytes, { ignoreImageData: true }));
  const pixels = heads.reduce((sum, { width, height }) => sum + width * height, 0);
  if (heads.length > MOST_PAGES || !(pixels <= MOST_PIXELS)) {
    throw unreadable(name, `${heads.length} pages of ${pixels} pixels`);
  }
  const pages = heads.length > 1 ? attempt(name, () => decode(bytes)) : [first];
  for (const { width, height, samplesPerPixel, data } of pages) {
    if (data.length !== width * height * samplesPerPixel || data.length === 0) {
      throw unreadable(name, `a page of ${data.length} levels`);
    }
  }
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
