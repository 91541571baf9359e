import { CytoForgeError } from '../../errors.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { type TileAxis, tileAxis } from '../../imaging/mesmer/tile-axis.ts';
import type { SegmentOptions } from '../segmenter.ts';

/** Tiles that go into the network together. */
const BATCH = 4;

interface Tile {
  row: number;
  column: number;
}

function cutTile(image: FloatImage, rows: TileAxis, columns: TileAxis, tile: Tile): Float32Array {
  const { channels } = image;
  const { size } = rows;
  const data = new Float32Array(size * size * channels);
  for (let y = 0; y < size; y++) {
    const row = rows.sources[tile.row][y];
    if (row < 0) continue;
    for (let x = 0; x < size; x++) {
      const column = columns.sources[tile.column][x];
      if (column < 0) continue;
      const source = (row * image.width + column) * channels;
      const target = (y * size + x) * channels;
      for (let c = 0; c < channels; c++) data[target + c] = image.data[source + c];
    }
  }
  return data;
}

/** Adds a tile's values to the maps by its shares. */
function addTile(
  maps: FloatImage,
  part: Float32Array,
  rows: TileAxis,
  columns: TileAxis,
  tile: Tile,
) {
  const { width, height, channels } = maps;
  const { size } = rows;
  const [down, across] = [rows.weights[tile.row], columns.weights[tile.column]];
  for (let y = 0; y < size; y++) {
    const row = rows.starts[tile.row] + y;
    if (row < 0 || row >= height) continue;
    for (let x = 0; x < size; x++) {
      const column = columns.starts[tile.column] + x;
      if (column < 0 || column >= width) continue;
      const share = down[y] * across[x];
      const target = (row * width + column) * channels;
      const source = (y * size + x) * channels;
      for (let c = 0; c < channels; c++) maps.data[target + c] += share * part[source + c];
    }
  }
}

/**
 * Runs a network over an image in square tiles, and mixes what it says where they overlap.
 * @param predict `[N, size, size, C]` → `[N, size, size, outputs]`, both in C order
 * @returns `[H, W, outputs]`
 * @throws CytoForgeError `cancelled`, and what `predict` throws.
 */
export async function predictTiles(
  image: FloatImage,
  size: number,
  outputs: number,
  predict: (tiles: Float32Array) => Promise<Float32Array>,
  { signal, onProgress }: SegmentOptions = {},
): Promise<FloatImage> {
  const { width, height } = image;
  const rows = tileAxis(height, size);
  const columns = tileAxis(width, size);
  const tiles = rows.starts.flatMap((_, row) =>
    columns.starts.map((__, column) => ({ row, column })),
  );
  const data = new Float32Array(width * height * outputs);
  const maps = { width, height, channels: outputs, data };
  for (let first = 0; first < tiles.length; first += BATCH) {
    if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
    const some = tiles.slice(first, first + BATCH);
    const length = size * size * image.channels;
    const batch = new Float32Array(some.length * length);
    some.forEach((tile, i) => {
      batch.set(cutTile(image, rows, columns, tile), i * length);
    });
    const values = await predict(batch);
    const step = size * size * outputs;
    some.forEach((tile, i) => {
      addTile(maps, values.subarray(i * step, (i + 1) * step), rows, columns, tile);
    });
    onProgress?.((first + some.length) / tiles.length);
  }
  return maps;
}
