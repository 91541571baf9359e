import { badImage } from './bad-image.ts';
import type { ByteImage } from './image.ts';

/**
 * Images of one size side by side, row by row, without gaps; a null, and what is missing in the last row, is black.
 * @throws CytoForgeError `bad-image` when two differ in size or channels, or there is none.
 */
export function tileImages(images: readonly (ByteImage | null)[], columns: number): ByteImage {
  const first = images.find((image) => image !== null);
  if (!first) throw badImage('There is no image to tile.', { found: 'none' });
  const { width, height, channels } = first;
  const rows = Math.ceil(images.length / columns);
  const lineLength = width * channels;
  const data = new Uint8Array(columns * rows * height * lineLength);
  for (const [at, image] of images.entries()) {
    if (!image) continue;
    if (image.width !== width || image.height !== height || image.channels !== channels) {
      throw badImage('The images of a grid differ.', {
        found: `${image.width} × ${image.height} × ${image.channels}`,
        expected: `${width} × ${height} × ${channels}`,
      });
    }
    const corner = (Math.floor(at / columns) * height * columns + (at % columns)) * lineLength;
    for (let y = 0; y < height; y++) {
      const line = image.data.subarray(y * lineLength, (y + 1) * lineLength);
      data.set(line, corner + y * columns * lineLength);
    }
  }
  return { width: columns * width, height: rows * height, channels, data };
}
