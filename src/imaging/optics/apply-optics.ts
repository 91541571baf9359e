import { poisson } from '../../random/poisson.ts';
import { RandomState } from '../../random/random-state.ts';
import { streamSeed } from '../../random/stream-seed.ts';
import { gaussianBlur } from '../gaussian-blur.ts';
import type { FloatImage } from '../image.ts';

/** What a microscope and its camera do to light. */
export interface Optics {
  /** Standard deviation of the point-spread function in pixels; 0 is none. */
  psfSigma: number;
  /** Photons that make the level 255; 0 leaves shot noise out. */
  photonsAtWhite: number;
  /** Standard deviation of the read noise in grey levels. */
  readNoise: number;
  /** Grey levels added everywhere. */
  offset: number;
  seed: number;
}

const WHITE = 255;

function planeOf({ channels, data }: FloatImage, channel: number): Float32Array {
  if (channels === 1) return data;
  return Float32Array.from(
    { length: data.length / channels },
    (_, at) => data[at * channels + channel],
  );
}

function isGrey({ channels, data }: FloatImage): boolean {
  return data.every((level, at) => level === data[at - (at % channels)]);
}

/** One channel, changed in place. */
function expose(light: Float32Array, state: RandomState, optics: Optics): void {
  const { photonsAtWhite, readNoise, offset } = optics;
  const perLevel = photonsAtWhite / WHITE;
  for (let at = 0; at < light.length; at++) {
    if (perLevel > 0) light[at] = poisson(state, light[at] * perLevel) / perLevel;
    if (readNoise > 0) light[at] += state.normal(0, readNoise);
    light[at] += offset;
  }
}

/**
 * An image as a camera sees it, in grey levels: blurred by the point-spread function (mirrored at the border), its
 * photons counted (Poisson), read noise (normal) and an offset added. Levels may end up below 0 and above 255. Grey
 * that is kept as RGB stays grey; of colours every channel has noise of its own.
 */
export function applyOptics(image: FloatImage, optics: Optics): FloatImage {
  const { width, height, channels } = image;
  const seen = isGrey(image) ? 1 : channels;
  const planes: Float32Array[] = [];
  for (let channel = 0; channel < seen; channel++) {
    const light = gaussianBlur(planeOf(image, channel), width, height, optics.psfSigma);
    const seed = channel === 0 ? optics.seed : streamSeed(optics.seed, channel);
    expose(light, new RandomState(seed), optics);
    planes.push(light);
  }
  const data = image.data.map((_, at) => planes[(at % channels) % seen][Math.floor(at / channels)]);
  return { width, height, channels, data };
}
