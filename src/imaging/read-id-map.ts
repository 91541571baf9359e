import { badImage } from './bad-image.ts';
import { decodeRaw } from './decode-png.ts';
import { readTiffPage } from './decode-tiff.ts';
import type { InstanceMap } from './image.ts';
import { imageFormat } from './image-format.ts';
import { unpackLevels } from './unpack-levels.ts';

/** A map of classes or instances as its file has it. */
export interface IdMap extends InstanceMap {
  /** Bits of a level; up to 8, pix2pixHD takes it for an 8-bit image. */
  bits: number;
}

function notAMap(name: string, found: string) {
  return badImage('The image is no map of ids.', {
    where: name,
    found,
    expected: 'a PNG or TIFF of one channel whose levels are ids',
    hint: 'Save the map as 16-bit grey, without colours and without JPEG.',
  });
}

function readPngIds(bytes: Uint8Array, name: string): IdMap {
  const { width, height, channels, depth, palette, data } = decodeRaw(bytes, name);
  if (palette) return { width, height, bits: 8, data: ids(unpackLevels(data, width, depth)) };
  if (channels !== 1) throw notAMap(name, `${channels} channels`);
  if (depth >= 8) return { width, height, bits: depth, data: ids(data) };
  // Pillow spreads fewer bits over 0 to 255, and so does the original.
  const scale = 255 / (2 ** depth - 1);
  const levels = unpackLevels(data, width, depth).map((level) => level * scale);
  return { width, height, bits: depth, data: ids(levels) };
}

function ids(levels: ArrayLike<number>): Int32Array {
  return Int32Array.from(levels);
}

/**
 * Reads a class or instance map: levels as they are, the indices of a palette, and levels of fewer than 8 bits spread
 * over 0 to 255 as Pillow does (so that 1 bit gives 0 and 255).
 * @param name The file's name, for messages.
 * @throws CytoForgeError `bad-image` for a colour image, a JPEG (which changes levels), or what is damaged.
 */
export function readIdMap(bytes: Uint8Array, name: string): IdMap {
  const format = imageFormat(bytes);
  if (format === 'png') return readPngIds(bytes, name);
  if (format !== 'tiff') {
    throw notAMap(name, format === 'jpeg' ? 'a JPEG, which changes levels' : 'another format');
  }
  const { width, height, samplesPerPixel, bitsPerSample, data } = readTiffPage(bytes, name);
  if (samplesPerPixel !== 1) throw notAMap(name, `${samplesPerPixel} channels`);
  return { width, height, bits: bitsPerSample, data: ids(data) };
}
