import { badImage } from '../../imaging/bad-image.ts';
import { imageFormat } from '../../imaging/image-format.ts';
import { checkPixels } from '../../imaging/image-size.ts';
import { LARGEST_ID } from '../../imaging/label-components.ts';
import type { LevelImage } from '../../imaging/level-image.ts';
import { type IdMap, readIdMap } from '../../imaging/read-id-map.ts';
import { type ImageNotice, readImage } from '../../imaging/read-image.ts';
import type { PictureRole } from './picture-path.ts';

/** A file of a set as pixels. */
export interface Picture {
  path: string;
  role: PictureRole;
  image: LevelImage;
  /** What was changed to read it. */
  notices: ImageNotice[];
}

/** A JPEG is always read as RGB; one without colours is grey. */
function withoutColour(image: LevelImage): LevelImage {
  const { data, channels } = image;
  if (channels !== 3) return image;
  for (let i = 0; i < data.length; i += 3) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return image;
  }
  return { ...image, channels: 1, data: data.filter((_, i) => i % 3 === 0) };
}

/** Levels as they are in the file: ids must not be scaled. Null for what is no map, such as colours. */
function readLevels(bytes: Uint8Array, path: string): LevelImage | null {
  if (imageFormat(bytes) === 'jpeg') return null;
  let map: IdMap;
  try {
    map = readIdMap(bytes, path);
  } catch {
    return null;
  }
  const { width, height, bits, data } = map;
  let [least, largest] = [0, 0];
  for (const id of data) [least, largest] = [Math.min(least, id), Math.max(largest, id)];
  if (least < 0 || largest > LARGEST_ID) {
    throw badImage('The mask has levels that do not fit 16 bits.', {
      where: path,
      found: `${least} to ${largest}`,
      expected: `0 to ${LARGEST_ID}`,
    });
  }
  const levels = bits > 8 ? Uint16Array.from(data) : Uint8Array.from(data);
  return { width, height, channels: 1, data: levels };
}

/**
 * Reads a file of a set: masks keep their levels (16-bit ids, palette indices), images become 8-bit grey or RGB.
 * @throws CytoForgeError `bad-image` for what is empty, damaged, no image, or has more than 100 megapixels.
 */
export function readPicture(bytes: Uint8Array, path: string, role: PictureRole): Picture {
  checkPixels(bytes, path);
  const levels = role === 'image' ? null : readLevels(bytes, path);
  if (levels) return { path, role, image: levels, notices: [] };
  const { image, notices } = readImage(bytes, path);
  const isJpeg = imageFormat(bytes) === 'jpeg';
  return { path, role, image: isJpeg ? withoutColour(image) : image, notices };
}
