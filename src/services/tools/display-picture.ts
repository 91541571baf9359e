import type { PictureRole } from '../../dataset/tools/picture-path.ts';
import type { ByteImage } from '../../imaging/image.ts';
import { labelColour } from '../../imaging/label-colours.ts';
import type { LevelImage } from '../../imaging/level-image.ts';
import { resizeLevels } from '../../imaging/resize-levels.ts';

/** A preview is shown on a few hundred pixels of screen; zooming in shows single pixels up to this side. */
const LARGEST_SIDE = 1536;
/** More levels than this are grey tones, not classes. */
const MOST_CLASSES = 16;

function reduced(image: LevelImage, role: PictureRole): LevelImage {
  const scale = LARGEST_SIDE / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  const filter = role === 'image' ? 'box' : 'nearest';
  return resizeLevels(image, side(image.width), side(image.height), filter);
}

function inColours(image: LevelImage, colourOf: (level: number) => number[]): ByteImage {
  const { width, height, data } = image;
  const colours = new Uint8Array(3 * data.length);
  const known = new Map<number, number[]>();
  for (let i = 0; i < data.length; i++) {
    let colour = known.get(data[i]);
    if (!colour) {
      colour = colourOf(data[i]);
      known.set(data[i], colour);
    }
    colours.set(colour, 3 * i);
  }
  return { width, height, channels: 3, data: colours };
}

/** Levels that can be counted, ascending; null for more than `MOST_CLASSES`. */
function classesOf({ data }: LevelImage): number[] | null {
  const levels = new Set<number>();
  for (let i = 0; i < data.length; i++) {
    levels.add(data[i]);
    if (levels.size > MOST_CLASSES) return null;
  }
  return [...levels].sort((a, b) => a - b);
}

/**
 * A picture as the page shows it: images and black-and-white masks as they are, instance ids in their colours, masks of
 * three and more classes in colours by class.
 */
export function displayPicture(image: LevelImage, role: PictureRole): ByteImage {
  const small = reduced(image, role);
  if (small.data instanceof Uint16Array) return inColours(small, labelColour);
  const bytes = small as ByteImage;
  if (role === 'image' || small.channels !== 1) return bytes;
  const classes = classesOf(small);
  if (role === 'labels') return inColours(small, labelColour);
  // The brightest class is the cell itself and stays light; those between are told apart by colour.
  const between = classes?.filter((level) => level !== 0 && level !== 255) ?? [];
  const isPlain = between.length === 0 || (classes?.at(-1) === between[0] && between[0] >= 128);
  if (isPlain) return bytes;
  return inColours(small, (level) =>
    level === 255 ? [255, 255, 255] : labelColour(between.indexOf(level) + 1),
  );
}
