import { badImage } from './bad-image.ts';
import { cellsOfMask, type LabelledCells } from './cells-of-mask.ts';
import type { ByteImage } from './image.ts';
import { LARGEST_ID } from './label-components.ts';
import { NUCLEUS_LEVEL } from './mask-from-labels.ts';
import type { Levels } from './read-levels.ts';

/**
 * What a picture was taken for: `binary` (two levels: each connected piece is a cell), `rings` (the same, and what they
 * enclose are nuclei), `nuclei` (cells at 255 with nuclei at 76), `smooth` (a binary mask with soft edges, cut at half),
 * `ids` (each level is a cell), `colours` (each colour is a cell).
 */
export type MaskKind = 'binary' | 'rings' | 'nuclei' | 'smooth' | 'ids' | 'colours';

/** A label map that was read, with what it was taken for. */
export interface ReadMask extends LabelledCells {
  kind: MaskKind;
}

/** More colours than this share of the pixels are no objects. */
const MOST_COLOURS_SHARE = 1 / 16;
/** Grey levels in between make edges, not objects, where they have less than this share of the pixels. */
const SOFT_SHARE = 0.2;

function countLevels(levels: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < levels.length; at++) {
    counts.set(levels[at], (counts.get(levels[at]) ?? 0) + 1);
    if (counts.size > LARGEST_ID + 1) break;
  }
  return counts;
}

/** One number a pixel: the grey level, or the colour as 24 bits; transparent is background. */
function numbersOf({ width, height, channels, data, white }: Levels): {
  numbers: Float64Array;
  isColour: boolean;
} {
  const pixels = width * height;
  const numbers = new Float64Array(pixels);
  const hasAlpha = channels === 2 || channels === 4;
  const colours = hasAlpha ? channels - 1 : channels;
  const byte = white === null || white <= 255 ? 1 : 257;
  let isColour = false;
  for (let at = 0; at < pixels; at++) {
    const from = at * channels;
    if (hasAlpha && data[from + colours] === 0) continue;
    if (colours < 3) {
      numbers[at] = data[from];
      continue;
    }
    const [red, green, blue] = [data[from], data[from + 1], data[from + 2]];
    if (red !== green || green !== blue) isColour = true;
    numbers[at] = (Math.floor(red / byte) << 16) | (Math.floor(green / byte) << 8);
    numbers[at] += Math.floor(blue / byte);
  }
  if (colours >= 3 && !isColour) {
    // Grey in three channels: one of them says all.
    for (let at = 0; at < pixels; at++) numbers[at] &= 255;
  }
  return { numbers, isColour };
}

/** Ids as they are where they fit, else numbered by rising level; the background is 0. */
function labelsOf(numbers: Float64Array, values: number[], background: number): Uint16Array {
  const keeps = background === 0 && values.every((value) => value >= 0 && value <= LARGEST_ID);
  if (keeps) return Uint16Array.from(numbers);
  const objects = values.filter((value) => value !== background).sort((a, b) => a - b);
  const ids = new Map(objects.map((value, i) => [value, i + 1]));
  return Uint16Array.from(numbers, (value) => ids.get(value) ?? 0);
}

function refuse(name: string, found: string) {
  return badImage('The picture is no mask.', {
    where: name,
    found,
    expected: 'a mask of two levels, or a level or colour for each object',
    hint: 'Drop microscope images on Explore, where their styles are taken.',
  });
}

/** Whether levels between black and white are only the soft edges of a mask. */
function isSmooth(counts: ReadonlyMap<number, number>, pixels: number, white: number): boolean {
  const plain = (counts.get(0) ?? 0) + (counts.get(white) ?? 0);
  return plain > (1 - SOFT_SHARE) * pixels && (counts.get(white) ?? 0) > 0;
}

/** The most frequent of the values, for a map without black. */
function commonest(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/**
 * The cells of a mask or label map of any usual make.
 * @param name The file's name, for messages.
 * @throws CytoForgeError `bad-image` for a photograph, for levels with fractions, and for too many objects.
 */
export function readMask(levels: Levels, name: string): ReadMask {
  const { width, height } = levels;
  const pixels = width * height;
  const { numbers, isColour } = numbersOf(levels);
  const counts = countLevels(numbers);
  const values = [...counts.keys()];
  if (values.some((value) => !Number.isInteger(value) || value < 0)) {
    throw refuse(name, 'levels that are no whole numbers');
  }
  const mask = (isCell: (value: number) => boolean): ByteImage => ({
    width,
    height,
    channels: 1,
    data: Uint8Array.from(numbers, (value) => (isCell(value) ? 255 : 0)),
  });
  const white = levels.white === 65_535 && !isColour ? 65_535 : 255;
  if (!isColour && values.length <= 2) {
    const background = counts.has(0) ? 0 : Math.min(...values);
    const cells = cellsOfMask(mask((value) => value !== background));
    return { ...cells, kind: cells.nuclei ? 'rings' : 'binary' };
  }
  if (!isColour && values.every((value) => [0, NUCLEUS_LEVEL, 255].includes(value))) {
    const nuclei = mask((value) => value === NUCLEUS_LEVEL);
    return { ...cellsOfMask(mask((value) => value !== 0)), nuclei, kind: 'nuclei' };
  }
  if (!isColour && isSmooth(counts, pixels, white)) {
    const cells = cellsOfMask(mask((value) => value > white / 2));
    return { ...cells, kind: 'smooth' };
  }
  if (values.length - 1 > Math.min(LARGEST_ID, Math.max(256, pixels * MOST_COLOURS_SHARE))) {
    throw refuse(name, `${values.length > LARGEST_ID ? 'more than 65,535' : values.length} levels`);
  }
  const background = counts.has(0) ? 0 : commonest(counts);
  const data = labelsOf(numbers, values, background);
  const labels = { width, height, data: isColour ? numbered(data, numbers) : data };
  return { labels, nuclei: null, kind: isColour ? 'colours' : 'ids' } as ReadMask;
}

/** Colours beyond 65,535 as numbers would keep gaps that mean nothing: ids count from 1. */
function numbered(data: Uint16Array, numbers: Float64Array): Uint16Array {
  const ids = new Map<number, number>();
  return data.map((label, at) => {
    if (label === 0) return 0;
    const id = ids.get(numbers[at]) ?? ids.size + 1;
    ids.set(numbers[at], id);
    return id;
  });
}
