import { badImage } from './bad-image.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { decodePng } from './decode-png.ts';
import { decodeTiff, type TiffNotice } from './decode-tiff.ts';
import type { ByteImage } from './image.ts';
import { imageFormat } from './image-format.ts';

/** What was changed to make an 8-bit image of a file. */
export type ImageNotice = TiffNotice;

/**
 * Reads a microscope image: a PNG, the first page of a TIFF, or a JPEG, as 8-bit grey or RGB. Levels of more bits are
 * scaled by the bits in use, and the notices say so.
 * @param name The file's name, for messages.
 * @throws CytoForgeError `bad-image` for other formats and for what is damaged or too large.
 */
export function readImage(
  bytes: Uint8Array,
  name: string,
): { image: ByteImage; notices: ImageNotice[] } {
  switch (imageFormat(bytes)) {
    case 'png':
      return decodePng(bytes, name, 'in-use');
    case 'tiff':
      return decodeTiff(bytes, name);
    case 'jpeg':
      return { image: decodeJpeg(bytes, name), notices: [] };
    case null:
      throw badImage('The file is no image that can be read.', {
        where: name,
        found: bytes.length === 0 ? 'an empty file' : 'other content',
        expected: 'a PNG, TIFF or JPEG image',
      });
  }
}
