import type { FloatImage } from '../../imaging/image.ts';
import type { CellposeTile } from './plan-tiles.ts';

/** Where a pixel of a tile, turned as the network sees it, is in the image. */
export function imagePixel(
  tile: CellposeTile,
  size: { width: number; height: number },
  imageWidth: number,
  y: number,
  x: number,
): number {
  const row = tile.top + (tile.flipY ? size.height - 1 - y : y);
  const column = tile.left + (tile.flipX ? size.width - 1 - x : x);
  return row * imageWidth + column;
}

/** The pixels of some tiles as the network takes them, `[tiles, height, width, channels]`. */
export function tilePixels(
  image: FloatImage,
  size: { width: number; height: number },
  tiles: readonly CellposeTile[],
): Float32Array {
  const { channels, data } = image;
  const batch = new Float32Array(tiles.length * size.width * size.height * channels);
  let to = 0;
  for (const tile of tiles) {
    for (let y = 0; y < size.height; y++) {
      for (let x = 0; x < size.width; x++) {
        const from = imagePixel(tile, size, image.width, y, x) * channels;
        for (let c = 0; c < channels; c++) batch[to++] = data[from + c];
      }
    }
  }
  return batch;
}
