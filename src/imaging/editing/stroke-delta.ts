import type { CellShapes } from './cell-shapes.ts';
import type { Painting } from './painting.ts';
import { joinBoxes, type PixelBox } from './pixel-box.ts';

/** Side of a tile in pixels. */
export const TILE = 64;

/** One tile of a painting; at the right and lower edge it is as small as what is left of the map. */
export interface TilePixels {
  labels: Uint16Array<ArrayBuffer>;
  nuclei: Uint8Array<ArrayBuffer>;
}

/** One tile that a stroke changed. */
export interface TileChange {
  /** Number of the tile, row by row. */
  tile: number;
  before: TilePixels;
  after: TilePixels;
}

/** What a stroke changed, so that it can be undone and done again. */
export type StrokeDelta = readonly TileChange[];

/** Where a tile lies. */
export function tileBox(painting: { width: number; height: number }, tile: number): PixelBox {
  const columns = Math.ceil(painting.width / TILE);
  const x = (tile % columns) * TILE;
  const y = Math.floor(tile / columns) * TILE;
  return {
    x,
    y,
    width: Math.min(TILE, painting.width - x),
    height: Math.min(TILE, painting.height - y),
  };
}

/** A copy of the pixels of a tile. */
export function copyTile(painting: Painting, tile: number): TilePixels {
  const { x, y, width, height } = tileBox(painting, tile);
  const labels = new Uint16Array(width * height);
  const nuclei = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * painting.width + x;
    labels.set(painting.labels.subarray(from, from + width), row * width);
    nuclei.set(painting.nuclei.subarray(from, from + width), row * width);
  }
  return { labels, nuclei };
}

function putTile(
  painting: Painting,
  shapes: CellShapes,
  tile: number,
  pixels: TilePixels,
): PixelBox | null {
  const box = tileBox(painting, tile);
  let left = box.width;
  let right = -1;
  let top = -1;
  let bottom = -1;
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      const from = row * box.width + column;
      const x = box.x + column;
      const y = box.y + row;
      const at = y * painting.width + x;
      const label = pixels.labels[from];
      const old = painting.labels[at];
      if (old === label && painting.nuclei[at] === pixels.nuclei[from]) continue;
      if (old !== label) {
        if (old !== 0) shapes.remove(old, x, y);
        if (label !== 0) shapes.add(label, x, y);
        painting.labels[at] = label;
      }
      painting.nuclei[at] = pixels.nuclei[from];
      if (top < 0) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  if (top < 0) return null;
  return { x: box.x + left, y: box.y + top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * Undoes a stroke (`before`) or does it again (`after`); looks at its tiles alone.
 * @returns What changed.
 */
export function applyDelta(
  painting: Painting,
  shapes: CellShapes,
  delta: StrokeDelta,
  which: 'before' | 'after',
): PixelBox | null {
  let changed: PixelBox | null = null;
  for (const change of delta) {
    changed = joinBoxes(changed, putTile(painting, shapes, change.tile, change[which]));
  }
  return changed;
}
