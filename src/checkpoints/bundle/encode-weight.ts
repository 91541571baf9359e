import { encodeHalves } from '../half.ts';
import type { NamedTensor } from '../tensor-source.ts';
import type { WeightEntry } from './manifest.ts';

export type Precision = 'float16' | 'float32';

const LARGEST_HALF = 65504;
/** Buffers that steer the networks' geometry: small, and sensitive to rounding. */
const BUFFERS =
  /(^|\.)(up_filter|down_filter|resample_filter|freqs|phases|transform|w_avg|magnitude_ema|running_mean|running_var)$/;

/**
 * StyleGAN's latent path turns and moves the whole layout: rounded to halves, the demo snapshot's edges shift
 * by up to 15 grey levels at the 99.9th percentile; the convolutions and their styles cost 1. On StyleGAN2's random
 * reference networks, rounding the noise maps costs 0.12 grey levels at most, rounding the convolutions 1.1.
 */
const LATENT_PATH = /^mapping\.|^synthesis\.input\.affine\./;

/** Whether a weight is rounded to halves at float16, unless a value of it is beyond their range. */
export function isRounded(name: string, shape: readonly number[]): boolean {
  return shape.length > 1 && !BUFFERS.test(name) && !LATENT_PATH.test(name);
}

function keepsFloat32(name: string, { shape, data }: NamedTensor): boolean {
  if (!isRounded(name, shape)) return true;
  for (let i = 0; i < data.length; i++) if (Math.abs(data[i]) > LARGEST_HALF) return true;
  return false;
}

/**
 * Little-endian bytes of a weight and its manifest entry. At float16, vectors, scalars, buffers,
 * StyleGAN's latent path and weights beyond half's range stay float32; the others are rounded to nearest, ties to even.
 */
export function encodeWeight(
  name: string,
  tensor: NamedTensor,
  precision: Precision,
): { entry: WeightEntry; bytes: Uint8Array } {
  const { shape, data } = tensor;
  const entry: WeightEntry = { name, shape, dtype: 'float32' };
  if (precision === 'float32' || keepsFloat32(name, tensor)) {
    return { entry, bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  }
  const halves = encodeHalves(data);
  entry.quantization = { dtype: 'float16', original_dtype: 'float32' };
  return { entry, bytes: new Uint8Array(halves.buffer) };
}
