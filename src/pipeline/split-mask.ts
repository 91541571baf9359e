import type { ByteImage } from '../imaging/image.ts';
import type { IdMap } from '../imaging/read-id-map.ts';
import { watershedSplit } from '../imaging/watershed-split.ts';

const FOREGROUND = 255;

/** Whether a map is a mask of 0 and 255, which tells no object from another. */
function isMask({ data }: IdMap): boolean {
  return data.includes(FOREGROUND) && data.every((id) => id === 0 || id === FOREGROUND);
}

/**
 * The objects of a mask, told apart by the watershed; null for a map that names them itself.
 * @throws CytoForgeError `bad-image` when there are more than a 16-bit map can name.
 */
export function splitMask(map: IdMap): IdMap | null {
  if (!isMask(map)) return null;
  const { width, height, data } = map;
  const mask: ByteImage = { width, height, channels: 1, data: Uint8Array.from(data) };
  return { ...map, bits: 16, data: Int32Array.from(watershedSplit(mask).data) };
}
