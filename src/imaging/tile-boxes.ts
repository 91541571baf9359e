import { CytoForgeError } from '../errors.ts';
import type { Box, Size } from './crop-image.ts';

/**
 * What becomes of the rest at the right and lower edge: the last tile moves inwards so that it fits (`shift`), is filled
 * up with zeros (`pad`), or is left out (`drop`).
 */
export type TileEdge = 'shift' | 'pad' | 'drop';

/** One tile of an image. */
export interface Tile {
  row: number;
  column: number;
  box: Box;
}

function starts(length: number, tile: number, step: number, edge: TileEdge): number[] {
  const whole = length < tile ? 0 : Math.floor((length - tile) / step) + 1;
  const at = Array.from({ length: whole }, (_, i) => i * step);
  const covered = whole === 0 ? 0 : (whole - 1) * step + tile;
  if (covered < length && edge === 'pad') at.push(whole * step);
  if (covered < length && edge === 'shift' && length >= tile) at.push(length - tile);
  return at;
}

/**
 * Boxes of one size over an image, row by row. With `shift` and `pad` every pixel is in at least one of them; there are
 * none where the image is smaller than a tile, unless it is padded.
 * @param overlap Pixels that neighbours share, less than the tile.
 * @throws CytoForgeError `bad-option` when the overlap leaves no step.
 */
export function tileBoxes(image: Size, tile: Size, overlap: number, edge: TileEdge): Tile[] {
  if (!(overlap >= 0 && overlap < Math.min(tile.width, tile.height))) {
    throw new CytoForgeError('bad-option', 'Tiles must overlap by less than their size.', {
      found: `${overlap} px`,
      expected: `0 to ${Math.min(tile.width, tile.height) - 1} px`,
    });
  }
  const columns = starts(image.width, tile.width, tile.width - overlap, edge);
  const rows = starts(image.height, tile.height, tile.height - overlap, edge);
  return rows.flatMap((y, row) =>
    columns.map((x, column) => ({ row, column, box: { x, y, ...tile } })),
  );
}
