import { readFileSync } from 'node:fs';
import { decodePng } from '../../imaging/decode-png.ts';
import type { RealImage } from '../../imaging/real-values.ts';

/** For tests: the 8-bit levels of one of the real images. */
export function realLevels(name: string): { width: number; height: number; data: Uint8Array } {
  const bytes = readFileSync(new URL(`./fixtures/${name}.png`, import.meta.url));
  return decodePng(new Uint8Array(bytes), name).image;
}

/** For tests: one of the real images with values from 0 to 1. */
export function realImage(name: string): RealImage {
  const { width, height, data } = realLevels(name);
  return { width, height, data: Float64Array.from(data, (level) => level / 255) };
}
