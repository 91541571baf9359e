import { badImage } from './bad-image.ts';
import type { ByteImage } from './image.ts';

function inColour(image: ByteImage): ByteImage {
  if (image.channels === 3) return image;
  const data = new Uint8Array(3 * image.data.length);
  for (let i = 0; i < image.data.length; i++) data.fill(image.data[i], 3 * i, 3 * i + 3);
  return { ...image, channels: 3, data };
}

/**
 * The sum of two images, each channel held at 255, as CellGen's `Combine.py`. Grey and RGB give RGB.
 * @throws CytoForgeError `bad-image` when their sizes differ, or one is neither grey nor RGB.
 */
export function addImages(first: ByteImage, second: ByteImage): ByteImage {
  for (const { channels } of [first, second]) {
    if (channels === 1 || channels === 3) continue;
    throw badImage('Only grey and RGB images can be added.', { found: `${channels} channels` });
  }
  if (first.width !== second.width || first.height !== second.height) {
    throw badImage('Images of different sizes cannot be added.', {
      found: `${second.width} × ${second.height}`,
      expected: `${first.width} × ${first.height}`,
    });
  }
  const same = first.channels === second.channels;
  const [a, b] = same ? [first, second] : [inColour(first), inColour(second)];
  return { ...a, data: a.data.map((level, i) => Math.min(255, level + b.data[i])) };
}
