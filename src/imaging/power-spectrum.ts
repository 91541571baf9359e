import { fourier } from './fourier.ts';
import type { FloatImage } from './image.ts';

/** Of the Kaiser window, as StyleGAN3's `avg_spectra.py` and visualizer have it. */
const BETA = 8;

/** The modified Bessel function of the first kind and order 0, by its series. */
function besselI0(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/** `numpy.kaiser(n, beta)`: a bell that falls to almost nothing at its ends. */
export function kaiserWindow(n: number, beta: number): Float64Array {
  if (n === 1) return Float64Array.of(1);
  return Float64Array.from({ length: n }, (_, i) => {
    const place = (2 * i) / (n - 1) - 1;
    return besselI0(beta * Math.sqrt(1 - place * place)) / besselI0(beta);
  });
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, least)));
}

/** Moves zero from the first place to the middle. */
function shifted(at: number, size: number): number {
  return (at + (size >> 1)) % size;
}

/**
 * How strong each frequency is in the first channel of a map, in decibels below the strongest, with frequency zero in the
 * middle. Windowed, so that the edges of the map are no frequencies, and filled up with zeros to sides that are powers of
 * two.
 * @param floor Least value, in decibels; what is weaker is that, also in a map of zeros.
 */
export function powerSpectrum(map: FloatImage, floor = -100): FloatImage {
  const [width, height] = [powerOfTwo(map.width), powerOfTwo(map.height)];
  const [across, down] = [kaiserWindow(map.width, BETA), kaiserWindow(map.height, BETA)];
  const lines: [re: Float64Array, im: Float64Array][] = [];
  for (let y = 0; y < map.height; y++) {
    const [re, im] = [new Float64Array(width), new Float64Array(width)];
    for (let x = 0; x < map.width; x++) {
      re[x] = map.data[(y * map.width + x) * map.channels] * across[x] * down[y];
    }
    fourier(re, im);
    lines.push([re, im]);
  }
  const power = new Float64Array(width * height);
  const [re, im] = [new Float64Array(height), new Float64Array(height)];
  let strongest = 0;
  for (let x = 0; x < width; x++) {
    re.fill(0);
    im.fill(0);
    for (const [y, line] of lines.entries()) {
      re[y] = line[0][x];
      im[y] = line[1][x];
    }
    fourier(re, im);
    for (let y = 0; y < height; y++) {
      const value = re[y] * re[y] + im[y] * im[y];
      power[shifted(y, height) * width + shifted(x, width)] = value;
      strongest = Math.max(strongest, value);
    }
  }
  const data = Float32Array.from(power, (value) =>
    value > 0 ? Math.max(floor, 10 * Math.log10(value / strongest)) : floor,
  );
  return { width, height, channels: 1, data };
}
