import { encodeImagePng } from '../imaging/encode-png.ts';
import type { ByteImage } from '../imaging/image.ts';
import { resizePillow } from '../imaging/pillow-resize.ts';

/** Longest side of a picture in the report, in pixels. */
const SIDE = 96;

/** An image whose longest side is `side`; smaller ones stay as they are. */
export function smallPicture(image: ByteImage, side: number): ByteImage {
  const scale = side / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const [width, height] = [image.width, image.height].map((length) =>
    Math.max(1, Math.round(length * scale)),
  );
  return resizePillow(image, width, height, 'box');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The image (or the mask, where there is none) as a small PNG in base64. */
export function samplePicture(sample: { mask: ByteImage; image: ByteImage | null }): string {
  return base64(encodeImagePng(smallPicture(sample.image ?? sample.mask, SIDE)));
}
