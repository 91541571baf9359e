import type { ByteImage } from './image.ts';

/**
 * One channel from any number of them, as Pillow's `convert('L')`: ITU-R 601 luma in 16-bit integers,
 * rounded; alpha is dropped. A grey image is returned as it is.
 */
export function toGrey(image: ByteImage): ByteImage {
  const { width, height, channels, data } = image;
  if (channels === 1) return image;
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const at = i * channels;
    grey[i] =
      channels === 2
        ? data[at]
        : (data[at] * 19595 + data[at + 1] * 38470 + data[at + 2] * 7471 + 0x8000) >> 16;
  }
  return { width, height, channels: 1, data: grey };
}
