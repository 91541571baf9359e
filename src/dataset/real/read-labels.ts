import { badImage } from '../../imaging/bad-image.ts';
import type { LabelImage } from '../../imaging/image.ts';
import { imageFormat } from '../../imaging/image-format.ts';
import { labelComponents } from '../../imaging/label-components.ts';
import { readIdMap } from '../../imaging/read-id-map.ts';
import { readImage } from '../../imaging/read-image.ts';
import { toGrey } from '../../imaging/to-grey.ts';

interface Levels {
  width: number;
  height: number;
  data: ArrayLike<number>;
}

/** Levels of a map; colour pictures and JPEGs as grey, for masks are saved so too. */
function readLevels(bytes: Uint8Array, name: string): Levels {
  if (imageFormat(bytes) === 'jpeg') return toGrey(readImage(bytes, name).image);
  try {
    return readIdMap(bytes, name);
  } catch {
    return toGrey(readImage(bytes, name).image);
  }
}

/**
 * The objects of a real map: its ids when there are more than two levels, the connected components of a mask.
 * @param isMap A map of ids for certain, so that the only object of one is not taken for a mask.
 * @returns Ids 1, 2 … in the order of their first pixels.
 * @throws CytoForgeError `bad-image` for what is no image or has more objects than a label map can name.
 */
export function readRealLabels(bytes: Uint8Array, name: string, isMap = false): LabelImage {
  const { width, height, data } = readLevels(bytes, name);
  const ids = new Map<number, number>([[0, 0]]);
  const labels = new Uint16Array(width * height);
  for (let at = 0; at < labels.length; at++) {
    const level = Math.max(0, data[at]);
    let id = ids.get(level);
    if (id === undefined) {
      id = ids.size;
      if (id > 65_535) throw badImage('There are too many objects in one image.', { where: name });
      ids.set(level, id);
    }
    labels[at] = id;
  }
  if (isMap || ids.size > 2) return { width, height, data: labels };
  const mask = Uint8Array.from(labels, (id) => (id === 0 ? 0 : 255));
  return labelComponents({ width, height, channels: 1, data: mask });
}

/** Masks of single objects laid over each other as one map. @throws CytoForgeError `bad-image`. */
export function joinMasks(masks: readonly { bytes: Uint8Array; name: string }[]): LabelImage {
  let joined: LabelImage | null = null;
  for (const [at, { bytes, name }] of masks.entries()) {
    const { width, height, data } = readLevels(bytes, name);
    joined ??= { width, height, data: new Uint16Array(width * height) };
    if (joined.width !== width || joined.height !== height) {
      throw badImage('The masks of one image differ in size.', {
        where: name,
        found: `${width} × ${height}`,
        expected: `${joined.width} × ${joined.height}`,
      });
    }
    for (let pixel = 0; pixel < data.length; pixel++) {
      if (data[pixel] !== 0) joined.data[pixel] = at + 1;
    }
  }
  if (!joined) throw badImage('There are no masks.', {});
  return joined;
}
