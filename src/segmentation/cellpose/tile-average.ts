import type { FloatImage } from '../../imaging/image.ts';
import type { CellposeTile } from './plan-tiles.ts';
import { taper } from './taper.ts';
import { imagePixel } from './tile-pixels.ts';

/** Channels of what the network says: flow along y, flow along x, logit. */
export const MAP_CHANNELS = 3;

/** Joins what the network says of overlapping tiles. */
export interface TileAverage {
  /** @param maps `[height, width, 3]` of one tile, turned as the tile was. */
  add(tile: CellposeTile, maps: Float32Array): void;
  /** `[H, W, 3]` of the whole image, once every tile is there. */
  finish(): FloatImage;
}

/**
 * An average in which a tile's rim counts less than its middle, and turned tiles are turned back, their flows with them
 * (`transforms.average_tiles` and `unaugment_tiles`).
 */
export function tileAverage(
  image: { width: number; height: number },
  size: { width: number; height: number },
): TileAverage {
  const { width, height } = image;
  const sums = new Float32Array(width * height * MAP_CHANNELS);
  const weights = new Float32Array(width * height);
  const rows = taper(size.height);
  const columns = taper(size.width);
  return {
    add(tile, maps) {
      const signY = tile.flipY ? -1 : 1;
      const signX = tile.flipX ? -1 : 1;
      let from = 0;
      for (let y = 0; y < size.height; y++) {
        for (let x = 0; x < size.width; x++) {
          const to = imagePixel(tile, size, width, y, x);
          const weight = rows[y] * columns[x];
          weights[to] += weight;
          sums[3 * to] += weight * signY * maps[from];
          sums[3 * to + 1] += weight * signX * maps[from + 1];
          sums[3 * to + 2] += weight * maps[from + 2];
          from += MAP_CHANNELS;
        }
      }
    },
    finish() {
      for (let i = 0; i < sums.length; i++) sums[i] /= weights[Math.floor(i / MAP_CHANNELS)];
      return { width, height, channels: MAP_CHANNELS, data: sums };
    },
  };
}
