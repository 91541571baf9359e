import { decode } from 'jpeg-js';
import { badImage } from './bad-image.ts';
import type { ByteImage } from './image.ts';

/** Megapixels and mebibytes of the largest image that is read: 16384 a side. */
const LARGEST = { maxResolutionInMP: 268.435456, maxMemoryUsageInMB: 4096 };

/**
 * Reads a JPEG as 8-bit RGB, also where it is grey. Decoders differ by a level here and there: this one is the same in
 * the page and on the command line.
 * @param name The file's name, for messages.
 * @throws CytoForgeError `bad-image` for what cannot be read or is too large.
 */
export function decodeJpeg(bytes: Uint8Array, name = 'image'): ByteImage {
  try {
    const { width, height, data } = decode(bytes, {
      ...LARGEST,
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
    });
    return { width, height, channels: 3, data };
  } catch (cause) {
    throw badImage(
      'The JPEG cannot be read.',
      {
        where: name,
        found: cause instanceof Error ? cause.message : String(cause),
        hint: 'The file is damaged, incomplete or too large; save it again as a PNG.',
      },
      cause,
    );
  }
}
