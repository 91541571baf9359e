import { encode } from 'fast-png';
import { badImage } from './bad-image.ts';
import type { ByteImage, LabelImage } from './image.ts';

function checkChannels({ channels }: ByteImage, expected: number): void {
  if (channels !== expected) {
    throw badImage('The image has the wrong number of channels for this PNG.', {
      found: String(channels),
      expected: String(expected),
    });
  }
}

/**
 * An 8-bit grey PNG.
 * @throws CytoForgeError `bad-image` unless the image has one channel.
 */
export function encodeGreyPng(image: ByteImage): Uint8Array<ArrayBuffer> {
  checkChannels(image, 1);
  return encode({ ...image, depth: 8 }) as Uint8Array<ArrayBuffer>;
}

/**
 * An 8-bit RGB PNG.
 * @throws CytoForgeError `bad-image` unless the image has three channels.
 */
export function encodeRgbPng(image: ByteImage): Uint8Array<ArrayBuffer> {
  checkChannels(image, 3);
  return encode({ ...image, depth: 8 }) as Uint8Array<ArrayBuffer>;
}

/** An 8-bit PNG of as many channels as the image has: grey, grey with alpha, RGB or RGBA. */
export function encodeImagePng(image: ByteImage): Uint8Array<ArrayBuffer> {
  return encode({ ...image, depth: 8 }) as Uint8Array<ArrayBuffer>;
}

/** A 16-bit grey PNG whose levels are the ids of the label map. */
export function encodeLabelPng(labels: LabelImage): Uint8Array<ArrayBuffer> {
  return encode({ ...labels, channels: 1, depth: 16 }) as Uint8Array<ArrayBuffer>;
}
