import { decodeJpeg } from '../imaging/decode-jpeg.ts';
import { imageFormat } from '../imaging/image-format.ts';
import { readLevels } from '../imaging/read-levels.ts';
import type { SegmenterImage } from './segmenter.ts';

/** The largest value of levels without bounds: those of float files, which are 0 to 1 unless they go beyond. */
function largestOf(data: ArrayLike<number>): number {
  let largest = 1;
  for (let i = 0; i < data.length; i++) if (data[i] > largest) largest = data[i];
  return largest;
}

/**
 * Reads an image in the depth of its file: a PNG, the first page of a TIFF, or a JPEG.
 * @param name The file's name, for messages.
 * @returns Levels as they are; the size of a pixel is not known.
 * @throws CytoForgeError `bad-image` for other formats, and for what is damaged or too large.
 */
export function readSegmenterImage(bytes: Uint8Array, name: string): SegmenterImage {
  if (imageFormat(bytes) === 'jpeg') {
    const { width, height, channels, data } = decodeJpeg(bytes, name);
    return {
      ...{ width, height, channels, data: Float32Array.from(data) },
      largestValue: 255,
      micronsPerPixel: null,
    };
  }
  const [{ width, height, channels, data, white }] = readLevels(bytes, name);
  return {
    ...{ width, height, channels, data: Float32Array.from(data) },
    largestValue: white ?? largestOf(data),
    micronsPerPixel: null,
  };
}
