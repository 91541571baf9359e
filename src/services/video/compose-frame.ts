import type { ByteImage } from '../../imaging/image.ts';
import { resizePillow } from '../../imaging/pillow-resize.ts';
import { tileImages } from '../../imaging/tile-images.ts';

const toEven = (side: number): number => Math.max(2, 2 * Math.round(side / 2));

/** The size of a cell that is `width` wide: as high as its picture asks, both sides even, as encoders need. */
export function cellSize(
  picture: { width: number; height: number },
  width: number,
): { width: number; height: number } {
  return { width: toEven(width), height: toEven((width * picture.height) / picture.width) };
}

/** The pictures of a frame in a grid, each scaled to a cell `width` pixels wide. */
export function composeFrame(pictures: ByteImage[], columns: number, width: number): ByteImage {
  const cells = pictures.map((picture) => {
    const size = cellSize(picture, width);
    return resizePillow(picture, size.width, size.height, 'bicubic');
  });
  return tileImages(cells, columns);
}
