import { LARGEST_ID } from '../label-components.ts';
import type { Painting } from './painting.ts';
import type { PixelBox } from './pixel-box.ts';

/**
 * What is known of every cell of a painting, kept up to date pixel by pixel: some 20 operations a pixel, whatever the
 * number of cells. A box that may have shrunk is measured again when it is asked for, by a scan of the old box.
 */
export class CellShapes {
  readonly #painting: Painting;
  readonly #areas = new Uint32Array(LARGEST_ID + 1);
  readonly #sumsX = new Float64Array(LARGEST_ID + 1);
  readonly #sumsY = new Float64Array(LARGEST_ID + 1);
  readonly #left = new Uint16Array(LARGEST_ID + 1);
  readonly #top = new Uint16Array(LARGEST_ID + 1);
  readonly #right = new Uint16Array(LARGEST_ID + 1);
  readonly #bottom = new Uint16Array(LARGEST_ID + 1);
  /** 1 where the box may be larger than the cell. */
  readonly #loose = new Uint8Array(LARGEST_ID + 1);
  #count = 0;
  /** No id above it is in use. */
  #highest = 0;

  /** Scans the whole painting, once. */
  constructor(painting: Painting) {
    this.#painting = painting;
    const { width, height, labels } = painting;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const label = labels[y * width + x];
        if (label !== 0) this.add(label, x, y);
      }
    }
  }

  /** Cells in the painting. */
  get count(): number {
    return this.#count;
  }

  /** A pixel became the cell's. */
  add(label: number, x: number, y: number): void {
    if (this.#areas[label]++ === 0) {
      this.#count += 1;
      this.#left[label] = this.#right[label] = x;
      this.#top[label] = this.#bottom[label] = y;
      this.#loose[label] = 0;
      if (label > this.#highest) this.#highest = label;
    } else {
      if (x < this.#left[label]) this.#left[label] = x;
      else if (x > this.#right[label]) this.#right[label] = x;
      if (y < this.#top[label]) this.#top[label] = y;
      else if (y > this.#bottom[label]) this.#bottom[label] = y;
    }
    this.#sumsX[label] += x;
    this.#sumsY[label] += y;
  }

  /** A pixel is the cell's no more. */
  remove(label: number, x: number, y: number): void {
    if (--this.#areas[label] === 0) this.#count -= 1;
    this.#sumsX[label] -= x;
    this.#sumsY[label] -= y;
    if (
      x === this.#left[label] ||
      x === this.#right[label] ||
      y === this.#top[label] ||
      y === this.#bottom[label]
    ) {
      this.#loose[label] = 1;
    }
  }

  /** Pixels of a cell; 0 when there is none. */
  areaOf(label: number): number {
    return this.#areas[label];
  }

  /** Mean of the pixels' positions (0 is the middle of the first pixel); null when there is no such cell. */
  centroidOf(label: number): [x: number, y: number] | null {
    const area = this.#areas[label];
    return area === 0 ? null : [this.#sumsX[label] / area, this.#sumsY[label] / area];
  }

  /** The smallest box around a cell; null when there is no such cell. */
  boxOf(label: number): PixelBox | null {
    if (this.#areas[label] === 0) return null;
    if (this.#loose[label] === 1) this.#measure(label);
    const x = this.#left[label];
    const y = this.#top[label];
    return { x, y, width: this.#right[label] - x + 1, height: this.#bottom[label] - y + 1 };
  }

  #measure(label: number): void {
    const { width, labels } = this.#painting;
    let left = width;
    let right = -1;
    let top = -1;
    let bottom = -1;
    for (let y = this.#top[label]; y <= this.#bottom[label]; y++) {
      for (let x = this.#left[label]; x <= this.#right[label]; x++) {
        if (labels[y * width + x] !== label) continue;
        if (top < 0) top = y;
        bottom = y;
        if (x < left) left = x;
        if (x > right) right = x;
      }
    }
    this.#left[label] = left;
    this.#right[label] = right;
    this.#top[label] = top;
    this.#bottom[label] = bottom;
    this.#loose[label] = 0;
  }

  /** Ids in use, rising. */
  ids(): number[] {
    const ids: number[] = [];
    for (let id = 1; id <= this.#topId(); id++) if (this.#areas[id] > 0) ids.push(id);
    return ids;
  }

  #topId(): number {
    while (this.#highest > 0 && this.#areas[this.#highest] === 0) this.#highest -= 1;
    return this.#highest;
  }

  /** Cells with pixels in a box, by their own boxes: a few too many rather than one too few; rising. */
  idsNear({ x, y, width, height }: PixelBox): number[] {
    return this.ids().filter(
      (id) =>
        this.#left[id] < x + width &&
        this.#right[id] >= x &&
        this.#top[id] < y + height &&
        this.#bottom[id] >= y,
    );
  }

  /** The next id for a new cell: one more than the highest, or the first gap; null when all 65,535 are taken. */
  nextId(): number | null {
    const highest = this.#topId();
    if (highest < LARGEST_ID) return highest + 1;
    for (let id = 1; id <= LARGEST_ID; id++) if (this.#areas[id] === 0) return id;
    return null;
  }
}
