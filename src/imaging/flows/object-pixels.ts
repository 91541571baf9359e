import type { LabelImage } from '../image.ts';

/** Where the pixels of every object of a label map are. */
export interface ObjectPixels {
  /** The largest id. */
  count: number;
  /** Indices of the pixels of `id`, in raster order; none for an id that is not there. */
  of(id: number): Uint32Array;
}

/** Sorts the pixels of a label map by their object, in one pass. */
export function objectPixels({ data }: LabelImage): ObjectPixels {
  let count = 0;
  for (const id of data) if (id > count) count = id;
  const starts = new Uint32Array(count + 2);
  for (const id of data) starts[id + 1]++;
  for (let id = 1; id <= count + 1; id++) starts[id] += starts[id - 1];
  const pixels = new Uint32Array(data.length);
  const next = starts.slice();
  for (let i = 0; i < data.length; i++) pixels[next[data[i]]++] = i;
  return { count, of: (id) => pixels.subarray(starts[id], starts[id + 1]) };
}

/** A rectangle of pixels around an object. */
export interface ObjectBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The box of pixels (in raster order, at least one) of an image `imageWidth` wide. */
export function boxOfPixels(pixels: Uint32Array, imageWidth: number): ObjectBox {
  let left = imageWidth;
  let right = 0;
  for (const pixel of pixels) {
    const x = pixel % imageWidth;
    if (x < left) left = x;
    if (x > right) right = x;
  }
  const top = Math.floor(pixels[0] / imageWidth);
  const bottom = Math.floor(pixels[pixels.length - 1] / imageWidth);
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
