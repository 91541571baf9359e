import type { CellShapes } from './cell-shapes.ts';
import type { Painting } from './painting.ts';
import type { PixelBox } from './pixel-box.ts';
import { applyDelta, copyTile, type StrokeDelta, TILE, type TilePixels } from './stroke-delta.ts';

/**
 * The only way to change a painting: keeps the old pixels of every tile that is touched, the first time it is, and the
 * shapes of the cells. One for each stroke; a stroke costs what it changes, not the whole map.
 */
export class StrokeRecorder {
  readonly painting: Painting;
  readonly shapes: CellShapes;
  readonly #saved: (TilePixels | undefined)[] = [];
  readonly #columns: number;
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = -1;
  #bottom = -1;

  constructor(painting: Painting, shapes: CellShapes) {
    this.painting = painting;
    this.shapes = shapes;
    this.#columns = Math.ceil(painting.width / TILE);
  }

  /**
   * Writes one pixel of both layers.
   * @param nucleus 0 or 1; of the background always 0.
   */
  write(x: number, y: number, label: number, nucleus: number): void {
    const { width, labels, nuclei } = this.painting;
    const at = y * width + x;
    const old = labels[at];
    const core = label === 0 ? 0 : nucleus;
    if (old === label && nuclei[at] === core) return;
    const tile = Math.floor(y / TILE) * this.#columns + Math.floor(x / TILE);
    if (this.#saved[tile] === undefined) this.#saved[tile] = copyTile(this.painting, tile);
    if (old !== label) {
      if (old !== 0) this.shapes.remove(old, x, y);
      if (label !== 0) this.shapes.add(label, x, y);
      labels[at] = label;
    }
    nuclei[at] = core;
    if (x < this.#left) this.#left = x;
    if (x > this.#right) this.#right = x;
    if (y < this.#top) this.#top = y;
    if (y > this.#bottom) this.#bottom = y;
  }

  /** Makes a pixel another cell's; it is no nucleus then, unless it was that cell's before. */
  setLabel(x: number, y: number, label: number): void {
    const { width, labels, nuclei } = this.painting;
    const at = y * width + x;
    this.write(x, y, label, labels[at] === label ? nuclei[at] : 0);
  }

  /** Makes a pixel of a cell nucleus (1) or not (0). */
  setNucleus(x: number, y: number, nucleus: number): void {
    this.write(x, y, this.painting.labels[y * this.painting.width + x], nucleus);
  }

  /** What changed since the last time this was asked. */
  takeChanged(): PixelBox | null {
    if (this.#right < 0) return null;
    const box = {
      x: this.#left,
      y: this.#top,
      width: this.#right - this.#left + 1,
      height: this.#bottom - this.#top + 1,
    };
    this.#left = this.#top = Number.POSITIVE_INFINITY;
    this.#right = this.#bottom = -1;
    return box;
  }

  /** What the stroke changed so far. */
  delta(): StrokeDelta {
    const changes = Object.entries(this.#saved) as [string, TilePixels][];
    return changes.map(([tile, before]) => ({
      tile: Number(tile),
      before,
      after: copyTile(this.painting, Number(tile)),
    }));
  }

  /**
   * Puts the painting back as it was before the stroke.
   * @returns What changed by that.
   */
  cancel(): PixelBox | null {
    const changed = applyDelta(this.painting, this.shapes, this.delta(), 'before');
    this.#saved.length = 0;
    return changed;
  }
}
