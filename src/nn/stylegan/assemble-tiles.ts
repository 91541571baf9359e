import type { FloatImage } from '../../imaging/image.ts';
import { readTensor } from '../backend/read-tensor.ts';
import { trimGpuPool } from '../backend/trim-gpu-pool.ts';
import type { CanvasDrawing } from './mask-network.ts';

/** Tiles at the edges have shapes of their own: freed buffers beyond this are given back between two tiles. */
const POOL_BYTES = 512 * 2 ** 20;

async function readTile(drawing: CanvasDrawing, index: number): Promise<FloatImage> {
  const drawn = drawing.draw(index);
  const [, height, width, channels] = drawn.shape;
  try {
    return { width, height, channels, data: await readTensor(drawn) };
  } finally {
    drawn.dispose();
  }
}

/**
 * Draws the tiles of a canvas one after the other into one picture.
 * @param between Awaited between two tiles; what it throws ends the drawing.
 */
export async function assembleTiles(
  drawing: CanvasDrawing,
  between: () => Promise<void>,
): Promise<FloatImage> {
  const { tiles } = drawing;
  const last = tiles[tiles.length - 1];
  const [width, height] = [last.left + last.width, last.top + last.height];
  const first = await readTile(drawing, 0);
  if (tiles.length === 1) return first;
  const { channels } = first;
  const data = new Float32Array(width * height * channels);
  for (const [index, { left, top }] of tiles.entries()) {
    if (index > 0) {
      trimGpuPool(POOL_BYTES);
      await between();
    }
    const tile = index === 0 ? first : await readTile(drawing, index);
    const row = tile.width * channels;
    for (let y = 0; y < tile.height; y++) {
      const at = ((top + y) * width + left) * channels;
      data.set(tile.data.subarray(y * row, (y + 1) * row), at);
    }
  }
  return { width, height, channels, data };
}
