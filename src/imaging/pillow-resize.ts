import { CytoForgeError } from '../errors.ts';
import type { ByteImage, InstanceMap, LabelImage } from './image.ts';

/** Pillow's resampling filters. */
export type Resampling = 'nearest' | 'box' | 'bilinear' | 'bicubic' | 'lanczos';

interface Filter {
  support: number;
  weight(x: number): number;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

function cubic(x: number): number {
  const a = -0.5;
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

const FILTERS: Record<Exclude<Resampling, 'nearest'>, Filter> = {
  box: { support: 0.5, weight: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  bilinear: { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { support: 2, weight: (x) => cubic(Math.abs(x)) },
  lanczos: { support: 3, weight: (x) => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
};

/** Fraction bits of a fixed-point weight: 32 less 8 for the pixel and 2 for overshoot, as in Pillow. */
const FRACTION_BITS = 22;

/** For one output position: the first input it sees and the fixed-point weights from there on. */
interface Window {
  first: number;
  weights: Int32Array;
}

function windows(inputs: number, outputs: number, { support, weight }: Filter): Window[] {
  const scale = inputs / outputs;
  const widening = Math.max(1, scale);
  const reach = support * widening;
  return Array.from({ length: outputs }, (_, output) => {
    const centre = (output + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(inputs, Math.trunc(centre + reach + 0.5));
    const inverse = 1 / widening;
    const raw = Array.from({ length: end - first }, (_, i) =>
      weight((i + first - centre + 0.5) * inverse),
    );
    const sum = raw.reduce((total, value) => total + value, 0);
    const fixed = raw.map((value) => {
      const scaled = (sum === 0 ? value : value / sum) * 2 ** FRACTION_BITS;
      return Math.trunc(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    });
    return { first, weights: Int32Array.from(fixed) };
  });
}

/** Resamples along the middle axis of `[outer, inputs, inner]`, rounding to 8 bits. */
function resampleAxis(
  data: Uint8Array,
  outer: number,
  inputs: number,
  inner: number,
  steps: Window[],
): Uint8Array {
  const outputs = steps.length;
  const result = new Uint8Array(outer * outputs * inner);
  const half = 2 ** (FRACTION_BITS - 1);
  for (let o = 0; o < outer; o++) {
    for (let x = 0; x < outputs; x++) {
      const { first, weights } = steps[x];
      const from = (o * inputs + first) * inner;
      const to = (o * outputs + x) * inner;
      for (let c = 0; c < inner; c++) {
        let sum = half;
        for (let k = 0; k < weights.length; k++) sum += data[from + k * inner + c] * weights[k];
        result[to + c] = Math.min(255, Math.max(0, sum >> FRACTION_BITS));
      }
    }
  }
  return result;
}

/** Input index of every output position, by Pillow's own running sum (its rounding shows at ties). */
function nearestIndices(inputs: number, outputs: number): Int32Array {
  const scale = inputs / outputs;
  let position = scale * 0.5;
  return Int32Array.from({ length: outputs }, () => {
    const index = Math.trunc(position);
    position += scale;
    return Math.min(index, inputs - 1);
  });
}

function assertSize(width: number, height: number): void {
  if (Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0) return;
  throw new CytoForgeError('bad-option', 'An image cannot be resized to this size.', {
    found: `${width} × ${height}`,
    expected: 'whole numbers of pixels, 1 or more',
  });
}

/** For every output pixel, row-major, the index of the input pixel that `NEAREST` picks. */
function nearestPixels(
  from: { width: number; height: number },
  width: number,
  height: number,
): Int32Array {
  assertSize(width, height);
  const columns = nearestIndices(from.width, width);
  const rows = nearestIndices(from.height, height);
  return Int32Array.from(
    { length: width * height },
    (_, i) => rows[Math.trunc(i / width)] * from.width + columns[i % width],
  );
}

/**
 * `Image.resize((width, height), NEAREST)` of an instance map.
 * @throws CytoForgeError `bad-option` for a size that is not whole and positive.
 */
export function resizeInstanceMap(map: InstanceMap, width: number, height: number): InstanceMap {
  const pixels = nearestPixels(map, width, height);
  return { width, height, data: pixels.map((pixel) => map.data[pixel]) };
}

/**
 * `Image.resize((width, height), NEAREST)` of a label image.
 * @throws CytoForgeError `bad-option` for a size that is not whole and positive.
 */
export function resizeLabelImage(map: LabelImage, width: number, height: number): LabelImage {
  const pixels = nearestPixels(map, width, height);
  return { width, height, data: Uint16Array.from(pixels, (pixel) => map.data[pixel]) };
}

function pickNearest(image: ByteImage, width: number, height: number): ByteImage {
  const { channels } = image;
  const pixels = nearestPixels(image, width, height);
  const data = new Uint8Array(pixels.length * channels);
  for (let i = 0; i < pixels.length; i++) {
    for (let c = 0; c < channels; c++) {
      data[i * channels + c] = image.data[pixels[i] * channels + c];
    }
  }
  return { width, height, channels, data };
}

/**
 * `Image.resize((width, height), resampling)` of Pillow for 8-bit images, to the bit: an antialiasing window when
 * shrinking, 22-bit fixed-point weights, columns first, rows second, rounded to 8 bits in between.
 * @throws CytoForgeError `bad-option` for a size that is not whole and positive.
 */
export function resizePillow(
  image: ByteImage,
  width: number,
  height: number,
  resampling: Resampling,
): ByteImage {
  assertSize(width, height);
  const { channels } = image;
  if (resampling === 'nearest') return pickNearest(image, width, height);
  const filter = FILTERS[resampling];
  let data = image.data;
  if (width !== image.width) {
    const steps = windows(image.width, width, filter);
    data = resampleAxis(data, image.height, image.width, channels, steps);
  }
  if (height !== image.height) {
    const steps = windows(image.height, height, filter);
    data = resampleAxis(data, 1, image.height, width * channels, steps);
  }
  return { width, height, channels, data: data === image.data ? data.slice() : data };
}
