import type { RealImage } from '../../../imaging/real-values.ts';
import type { GoldenCase } from '../../golden-case.ts';

/** Image `index` of the case in single precision, as CellProfiler had it. */
export function goldenImage(golden: GoldenCase, index: number): RealImage {
  return realImage(golden, `im${index}`);
}

/** A tensor `[H, W]` as an image. */
export function realImage(golden: GoldenCase, name: string): RealImage {
  const { shape, data } = golden.input(name);
  const [height, width] = shape;
  return { width, height, data: Float32Array.from(data) };
}

/** The same in double precision, as the case's thresholds of whole images were computed. */
export function inDoublePrecision(image: RealImage): RealImage {
  return { ...image, data: Float64Array.from(image.data) };
}
