import { decode } from 'tiff';
import { badImage } from './bad-image.ts';
import type { Size } from './crop-image.ts';
import { imageFormat } from './image-format.ts';

/** More pixels than any microscope's single field; what claims more would fill the memory. */
export const MOST_PIXELS = 100_000_000;

/** The frame header of a JPEG, which stands behind tables of any length. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function tiffSize(bytes: Uint8Array): Size | null {
  try {
    const [head] = decode(bytes, { ignoreImageData: true, pages: [0] });
    return head ? { width: head.width, height: head.height } : null;
  } catch {
    return null;
  }
}

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** What a PNG, JPEG or TIFF says its size is, without decoding it; null when it does not say. */
export function imageSize(bytes: Uint8Array): Size | null {
  switch (imageFormat(bytes)) {
    case 'png':
      return pngSize(bytes);
    case 'jpeg':
      return jpegSize(bytes);
    case 'tiff':
      return tiffSize(bytes);
    case null:
      return null;
  }
}

/** @throws CytoForgeError `bad-image` when an image says it has more than `MOST_PIXELS`: it is not decoded then. */
export function checkPixels(bytes: Uint8Array, name: string): void {
  const size = imageSize(bytes);
  if (!size || size.width * size.height <= MOST_PIXELS) return;
  throw badImage('The image is too large.', {
    where: name,
    found: `${size.width} × ${size.height}`,
    expected: `at most ${MOST_PIXELS / 1e6} megapixels`,
    hint: 'Cut it into tiles first.',
  });
}
