import type { LabelImage } from './image.ts';
import { padByOne } from './padding.ts';

const MIXED = (1 + Math.SQRT2) / 2;

/**
 * What a pixel of an outline adds to its length, by how many of its neighbours on sides (first) and corners are of the outline
 * too: 1 where the outline goes straight, √2 where it goes from corner to corner.
 */
const LENGTHS: readonly (readonly number[])[] = [
  [0, 0, Math.SQRT2],
  [0, MIXED, MIXED, Math.SQRT2],
  [1, 1, 1],
  [1, 1, 1],
];

/** Instances with one pixel of background around the image. */
interface PaddedLabels {
  data: Int32Array;
  stride: number;
  largestId: number;
}

function paddedLabels({ width, height, data }: LabelImage): PaddedLabels {
  const stride = width + 2;
  const largestId = data.reduce((largest, id) => Math.max(largest, id), 0);
  return { data: padByOne(data, width, new Int32Array(stride * (height + 2))), stride, largestId };
}

/**
 * Perimeter in pixels of each object, by id: the length of the line through the outermost pixels (Benkrid & Crookes 2000),
 * as scikit-image's `perimeter`. A single pixel has none.
 */
export function instancePerimeters(labels: LabelImage): Float64Array {
  const { data, stride, largestId } = paddedLabels(labels);
  const sides = [-stride, -1, 1, stride];
  const corners = [-stride - 1, -stride + 1, stride - 1, stride + 1];
  const outlines = new Int32Array(data.length);
  for (let i = stride; i < data.length - stride; i++) {
    if (data[i] !== 0 && sides.some((step) => data[i + step] !== data[i])) outlines[i] = data[i];
  }
  const perimeters = new Float64Array(largestId + 1);
  for (let i = stride; i < data.length - stride; i++) {
    const id = outlines[i];
    if (id === 0) continue;
    const isSame = (step: number) => outlines[i + step] === id;
    const onCorners = corners.filter(isSame).length;
    perimeters[id] += LENGTHS[sides.filter(isSame).length]?.[onCorners] ?? 0;
  }
  return perimeters;
}

/**
 * Euler number of each object, by id: its pieces (eight neighbours) less its holes, from the corners of pixels where one, three or
 * two opposite ones of four belong to it (Gray 1971).
 */
export function instanceEulerNumbers(labels: LabelImage): Int32Array {
  const { data, stride, largestId } = paddedLabels(labels);
  const quads = new Int32Array(largestId + 1);
  const square = new Int32Array(4);
  for (let i = 0; i + stride + 1 < data.length; i++) {
    square[0] = data[i];
    square[1] = data[i + 1];
    square[2] = data[i + stride + 1];
    square[3] = data[i + stride];
    for (let k = 0; k < 4; k++) {
      const id = square[k];
      if (id === 0 || square.indexOf(id) !== k) continue;
      let count = 0;
      for (const other of square) if (other === id) count++;
      if (count === 1) quads[id] += 1;
      else if (count === 3) quads[id] -= 1;
      else if (count === 2 && square[(k + 2) % 4] === id) quads[id] -= 2;
    }
  }
  return quads.map((sum) => sum / 4);
}
