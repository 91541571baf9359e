import type { ByteImage } from './image.ts';

/** Share of the brightest levels that may be cut off: single hot pixels leave the rest dark otherwise. */
const CUT_OFF = 0.001;

/** An image with its levels spread from 0 to 255, for the eye only: microscope images are often dark. */
export function stretchLevels(image: ByteImage): ByteImage {
  const counts = new Uint32Array(256);
  for (const level of image.data) counts[level]++;
  let beyond = image.data.length * CUT_OFF;
  let highest = 255;
  while (highest > 1 && counts[highest] <= beyond) beyond -= counts[highest--];
  const levels = Uint8Array.from(counts, (_, level) => Math.min(255, (level * 255) / highest));
  return { ...image, data: image.data.map((level) => levels[level]) };
}
