import type { ByteImage } from './image.ts';

/** The colours of an image without its opacity, as Pillow's `convert('RGB')` of RGBA: nothing is blended. */
export function dropAlpha(image: ByteImage): ByteImage {
  const { width, height, channels, data } = image;
  if (channels === 1 || channels === 3) return image;
  const colours = channels === 4 ? 3 : 1;
  const kept = new Uint8Array(width * height * colours);
  for (let i = 0; i < kept.length; i++) {
    kept[i] = data[Math.floor(i / colours) * channels + (i % colours)];
  }
  return { width, height, channels: colours, data: kept };
}
