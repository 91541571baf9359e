import { edgeIndex } from '../line-edges.ts';
import { clipHistogram } from './clip-histogram.ts';

/** Grey levels that an image is quantised to. */
const LEVELS = 2 ** 14;

export interface EqualiseOptions {
  /** Side in pixels of the blocks that have a histogram each. */
  kernelSize: number;
  /** Share of a block's pixels that one bin may hold. @default 0.01 */
  clipLimit?: number;
  /** @default 256 */
  bins?: number;
}

/** Ties go to the even number, as NumPy rounds. */
function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return rest < 0.5 ? floor : floor + 1;
}

/** Bins of the quantised values, by way of 16 bits as scikit-image does it. */
function binsOf(values: Float32Array, min: number, range: number, bins: number): Uint16Array {
  const binWidth = 1 + Math.floor(LEVELS / bins);
  return Uint16Array.from(values, (value) => {
    const share = Math.fround(Math.fround(value - min) / range);
    const word = roundToEven(Math.fround(share * 65535));
    return Math.floor(roundToEven((word / 65535) * (LEVELS - 1)) / binWidth);
  });
}

/** An image mirrored around itself: half a block before it, and after it to a whole number of blocks and a half. */
interface PaddedBins {
  bins: Uint16Array;
  width: number;
  /** Blocks with a histogram, across and down. */
  across: number;
  down: number;
}

function padBins(bins: Uint16Array, width: number, height: number, kernel: number): PaddedBins {
  const before = Math.floor(kernel / 2);
  const across = Math.ceil(width / kernel);
  const down = Math.ceil(height / kernel);
  const paddedWidth = (across + 1) * kernel;
  const padded = new Uint16Array(paddedWidth * (down + 1) * kernel);
  for (let y = 0, to = 0; y < (down + 1) * kernel; y++) {
    const row = edgeIndex(y - before, height, 'mirror') * width;
    for (let x = 0; x < paddedWidth; x++)
      padded[to++] = bins[row + edgeIndex(x - before, width, 'mirror')];
  }
  return { bins: padded, width: paddedWidth, across, down };
}

/** What a block makes of every bin: the cumulated, clipped histogram as a grey level. */
function mappingOf(
  { bins, width }: PaddedBins,
  left: number,
  top: number,
  kernel: number,
  limit: number,
  binCount: number,
): Int32Array {
  const counts = new Int32Array(binCount);
  for (let y = top; y < top + kernel; y++) {
    for (let x = left; x < left + kernel; x++) counts[bins[y * width + x]]++;
  }
  const factor = (LEVELS - 1) / (kernel * kernel);
  let sum = 0;
  return clipHistogram(counts, limit).map((count) => {
    sum += count;
    return Math.min(sum * factor, LEVELS - 1);
  });
}

function mappings(padded: PaddedBins, kernel: number, limit: number, bins: number): Int32Array[] {
  const half = Math.floor(kernel / 2);
  const all: Int32Array[] = [];
  for (let row = 0; row < padded.down; row++) {
    for (let column = 0; column < padded.across; column++) {
      const [left, top] = [half + column * kernel, half + row * kernel];
      all.push(mappingOf(padded, left, top, kernel, limit, bins));
    }
  }
  return all;
}

/** The levels of the image itself: between the middles of four blocks their mappings are mixed. */
function blend(
  padded: PaddedBins,
  maps: Int32Array[],
  width: number,
  height: number,
  kernel: number,
): Float32Array {
  const half = Math.floor(kernel / 2);
  const { across, down } = padded;
  const clamp = (i: number, count: number) => Math.max(0, Math.min(count - 1, i));
  const levels = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const py = y + half;
    const blockRow = Math.floor(py / kernel);
    const rows = [clamp(blockRow - 1, down) * across, clamp(blockRow, down) * across];
    const v = (py % kernel) / kernel;
    for (let x = 0; x < width; x++) {
      const px = x + half;
      const blockColumn = Math.floor(px / kernel);
      const left = clamp(blockColumn - 1, across);
      const right = clamp(blockColumn, across);
      const u = (px % kernel) / kernel;
      const bin = padded.bins[py * padded.width + px];
      let level = Math.fround(maps[rows[0] + left][bin] * ((1 - u) * (1 - v)));
      level = Math.fround(level + Math.fround(maps[rows[0] + right][bin] * (u * (1 - v))));
      level = Math.fround(level + Math.fround(maps[rows[1] + left][bin] * ((1 - u) * v)));
      level = Math.fround(level + Math.fround(maps[rows[1] + right][bin] * (u * v)));
      levels[y * width + x] = Math.trunc(level);
    }
  }
  return levels;
}

function extentOf(values: Float32Array): { min: number; range: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, range: Math.fround(max - min) };
}

/**
 * Contrast-limited adaptive histogram equalisation, as `skimage.exposure.equalize_adapthist` of a float image that was
 * rescaled to [0, 1].
 * @param values `[H, W]` of any range, finite
 * @returns `[H, W]` from 0 to 1; zeros for a constant image
 */
export function equaliseLocally(
  values: Float32Array,
  width: number,
  height: number,
  options: EqualiseOptions,
): Float32Array {
  const { kernelSize, clipLimit = 0.01, bins = 256 } = options;
  const { min, range } = extentOf(values);
  if (!(range > 0)) return new Float32Array(values.length);
  const padded = padBins(binsOf(values, min, range, bins), width, height, kernelSize);
  const limit = Math.max(1, Math.floor(clipLimit * kernelSize * kernelSize));
  const maps = mappings(padded, kernelSize, limit, bins);
  const levels = blend(padded, maps, width, height, kernelSize);
  const found = extentOf(levels);
  if (!(found.range > 0)) return new Float32Array(values.length);
  return levels.map((level) => Math.fround(level - found.min) / found.range);
}
