import { edgeIndex } from '../line-edges.ts';

/** How an axis of an image is cut into tiles that overlap. */
export interface TileAxis {
  /** Side in pixels of a tile. */
  size: number;
  /** Where tiles begin, in pixels of the image: the first may begin before it. */
  starts: number[];
  /** By tile and place in it, the pixel of the image there; -1 beyond the image. */
  sources: Int32Array[];
  /** By tile and place in it, the share of the tile in the result. Those of all tiles over a pixel add up to 1. */
  weights: Float32Array[];
}

/** Rises from 0 to 1 in two parabolas; with its mirror image it adds up to 1. */
function ramp(i: number, length: number): number {
  const t = (i + 0.5) / length;
  return t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2;
}

function tileWeights(size: number, overlap: number, isFirst: boolean, isLast: boolean) {
  return Float32Array.from({ length: size }, (_, i) => {
    const fromEnd = size - 1 - i;
    if (!isFirst && i < overlap) return ramp(i, overlap);
    return !isLast && fromEnd < overlap ? ramp(fromEnd, overlap) : 1;
  });
}

/**
 * Cuts an axis of `length` pixels as Mesmer does: tiles a quarter over each other, with zeros at both ends so that they
 * fit; an axis shorter than a tile is mirrored to one. Overlapping results are mixed by squared splines.
 */
export function tileAxis(length: number, size: number): TileAxis {
  const stride = 2 * Math.round(0.375 * size);
  const count = Math.max(1, Math.ceil((length - size) / stride) + 1);
  const spare = (count - 1) * stride + size - length;
  const before = length < size ? Math.floor(spare / 2) : Math.ceil(spare / 2);
  const edges = length < size ? 'mirror' : 'constant';
  const starts = Array.from({ length: count }, (_, i) => i * stride - before);
  return {
    size,
    starts,
    sources: starts.map((start) =>
      Int32Array.from({ length: size }, (_, i) => edgeIndex(start + i, length, edges)),
    ),
    weights: starts.map((_, i) =>
      tileWeights(size, size - stride, i === 0, i === starts.length - 1),
    ),
  };
}
