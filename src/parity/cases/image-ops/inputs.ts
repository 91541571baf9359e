import type { ByteImage, LabelImage } from '../../../imaging/image.ts';
import type { GoldenCase } from '../../golden-case.ts';

export const EXACT = { atol: 0 };
/** Blurs and distances. */
export const FINE = { atol: 1e-5 };
/** Thresholds of images with a fraction. */
export const THRESHOLD = { atol: 1e-6 };
export const RESIZED = { atol: 1e-4 };
/** What the original holds in double precision. */
export const DOUBLE = { atol: 1e-9 };

/** What is measured of one object. */
export interface GoldenRegion {
  label: number;
  area: number;
  /** Row first. */
  centroid: [number, number];
  /** Rows and columns, the ends exclusive. */
  bbox: [number, number, number, number];
  perimeter: number;
  eccentricity: number;
  major: number;
  minor: number;
  orientation: number;
  solidity: number;
  mean_intensity: number;
  euler: number;
}

/** The sidecar's `data`. */
export interface ImageOpsData {
  thresholds: {
    otsu_u8: number;
    otsu_f: number;
    multiotsu3_u8: [number, number];
    li_u8: number;
    li_f: number;
    'li_f_tol1e-4': number;
    isodata_u8: number;
    yen_u8: number;
    triangle_u8: number;
    mean: number;
  };
  label_counts: { n4: number; n8: number };
  noise_counts: { n4: number; n8: number };
  regionprops_label8: GoldenRegion[];
  percentiles: Record<string, number>;
}

/** A tensor `[H, W]` or `[H, W, C]` of levels. */
export function imageOf(golden: GoldenCase, name: string): ByteImage {
  const { shape, data } = golden.input(name);
  const [height, width, channels = 1] = shape;
  const levels = Uint8Array.from(data);
  return { width, height, channels: channels as ByteImage['channels'], data: levels };
}

/** A tensor `[H, W]` of ids. */
export function labelsOf(golden: GoldenCase, name: string): LabelImage {
  const { width, height, data } = imageOf(golden, name);
  return { width, height, data: Uint16Array.from(data) };
}

/** The image of the case with levels of 0 to 1. */
export function scaledRaw(golden: GoldenCase): {
  width: number;
  height: number;
  data: Float32Array;
} {
  const { width, height, data } = imageOf(golden, 'raw');
  return { width, height, data: Float32Array.from(data, (level) => level / 255) };
}

/** 0 and 1, as goldens hold truth values. */
export function truth(mask: ByteImage): Uint8Array {
  return mask.data.map((level) => (level ? 1 : 0));
}
