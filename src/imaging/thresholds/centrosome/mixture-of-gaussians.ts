import { RandomState } from '../../../random/random-state.ts';

/** One class of intensities. */
interface Gaussian {
  share: number;
  mean: number;
  deviation: number;
}

const LARGEST_SAMPLE = 512 ** 2;
const SETTLED = 0.001;
const LEVELS = 10000;

function density({ share, mean, deviation }: Gaussian, value: number): number {
  const z = (value - mean) / deviation;
  return (share * Math.exp((-z * z) / 2)) / (deviation * Math.sqrt(2 * Math.PI));
}

/** One step of expectation and maximisation, class by class. */
function refine(classes: readonly Gaussian[], values: Float64Array): Gaussian[] {
  const totals = values.map((value) =>
    classes.reduce((sum, gaussian) => sum + density(gaussian, value), 1e-12),
  );
  return classes.map((gaussian) => {
    const shares = values.map((value, i) => density(gaussian, value) / totals[i]);
    const weight = shares.reduce((sum, share) => sum + share, 0);
    const mean = shares.reduce((sum, share, i) => sum + share * values[i], 0) / weight;
    const squares = shares.reduce((sum, share, i) => sum + share * (values[i] - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / weight) + 1e-6;
    return { share: weight / values.length, mean, deviation };
  });
}

function fitClasses(first: readonly Gaussian[], values: Float64Array): Gaussian[] {
  let classes = [...first];
  for (;;) {
    const next = refine(classes, values);
    const moved = next.reduce((sum, { mean }, i) => sum + Math.abs(mean - classes[i].mean), 0);
    classes = next;
    if (!(moved > SETTLED)) return classes;
  }
}

/** Background, objects, and a class between them that takes a quarter, as they are guessed at first. */
function firstGuess(sorted: Float64Array, objects: number): Gaussian[] {
  const at = (share: number) => sorted[Math.round(sorted.length * share)];
  const dark = at((1 - objects) / 2);
  const bright = at(1 - objects / 2);
  const deviation = 0.15;
  return [
    { share: 0.75 * (1 - objects), mean: dark, deviation },
    { share: 0.25, mean: (dark + bright) / 2, deviation },
    { share: 0.75 * objects, mean: bright, deviation },
  ];
}

/** Where the densities of background and objects are closest, between the means of the outer classes. */
function crossing(classes: readonly Gaussian[], objects: number): number {
  const [dark, between, bright] = classes;
  const isObject =
    Math.abs(between.share + bright.share - objects) < Math.abs(bright.share - objects);
  const step = (bright.mean - dark.mean) / LEVELS;
  let closest = Number.POSITIVE_INFINITY;
  let best = dark.mean;
  for (let i = 0; i < LEVELS; i++) {
    const level = dark.mean + i * step;
    const outer = density(dark, level) - density(bright, level);
    const gap = Math.abs(outer + (isObject ? -1 : 1) * density(between, level));
    if (gap < closest) {
      closest = gap;
      best = level;
    }
  }
  return best;
}

/** A tenth of the values, drawn by a generator that the darkest hundred seed. */
function tenth(sorted: Float64Array): Float64Array {
  const bytes = new Uint8Array(sorted.slice(0, 100).buffer);
  const order = new RandomState(Array.from(bytes)).permutation(sorted.length);
  return Float64Array.from(order.slice(0, Math.floor(sorted.length / 10)), (i) => sorted[i]);
}

/**
 * centrosome's threshold by a mixture of three Gaussians, of which the middle one goes to the background or to the
 * objects, whichever comes closer to the expected share of objects. Too few values to have all classes give 1;
 * they must not all be equal.
 * @param objectFraction Expected share of the pixels in objects, above 0, below 1.
 */
export function mixtureOfGaussians(values: ArrayLike<number>, objectFraction: number): number {
  if (values.length < 3 / Math.min(objectFraction, 1 - objectFraction)) return 1;
  let sample = Float64Array.from(values);
  if (sample.length > LARGEST_SAMPLE) {
    const order = new RandomState(0).permutation(sample.length).slice(0, LARGEST_SAMPLE);
    sample = Float64Array.from(order, (i) => sample[i]);
  }
  const hundredth = Math.floor((sample.length + 99) / 100);
  const sorted = sample.sort().slice(hundredth, -hundredth);
  const coarse = fitClasses(firstGuess(sorted, objectFraction), tenth(sorted));
  return crossing(fitClasses(coarse, sorted), objectFraction);
}
