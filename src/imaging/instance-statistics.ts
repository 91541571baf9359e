import type { LabelImage } from './image.ts';

/** The measured shape of one object of a label map. */
export interface InstanceShape {
  id: number;
  /** Pixels. */
  area: number;
  /** `[x, y, width, height]` in pixels. */
  box: [number, number, number, number];
  /** `[x, y]`: the mean of the pixels' positions. */
  centroid: [number, number];
  /** Of the ellipse with the same second moments: 0 is a circle, towards 1 a line. */
  eccentricity: number;
  touchesBorder: boolean;
}

/** 1² + 2² + … + n², a whole number; as a polynomial it also holds below 0. */
function sumOfSquares(n: number): number {
  return (n * (n + 1) * (2 * n + 1)) / 6;
}

/** Bounds of one object, and sums over its pixels of their offset from its first pixel. */
class Moments {
  area = 0;
  left: number;
  right: number;
  bottom: number;
  #x = 0;
  #y = 0;
  #xx = 0;
  #yy = 0;
  #xy = 0;

  constructor(
    readonly firstX: number,
    readonly top: number,
  ) {
    this.left = firstX;
    this.right = firstX;
    this.bottom = top;
  }

  /** Pixels from one column to another of a row; rows come from top to bottom. */
  addRun(from: number, to: number, py: number): void {
    const count = to - from + 1;
    const y = py - this.top;
    const x = ((from + to - 2 * this.firstX) * count) / 2;
    this.area += count;
    this.left = Math.min(this.left, from);
    this.right = Math.max(this.right, to);
    this.bottom = py;
    this.#x += x;
    this.#y += y * count;
    this.#xx += sumOfSquares(to - this.firstX) - sumOfSquares(from - this.firstX - 1);
    this.#yy += y * y * count;
    this.#xy += x * y;
  }

  centroid(): [number, number] {
    return [this.firstX + this.#x / this.area, this.top + this.#y / this.area];
  }

  eccentricity(): number {
    const x = this.#x / this.area;
    const y = this.#y / this.area;
    const varianceX = this.#xx / this.area - x * x;
    const varianceY = this.#yy / this.area - y * y;
    const covariance = this.#xy / this.area - x * y;
    const spread = Math.hypot((varianceX - varianceY) / 2, covariance);
    const longest = (varianceX + varianceY) / 2 + spread;
    return longest > 0 ? Math.sqrt(Math.min(1, (2 * spread) / longest)) : 0;
  }
}

/**
 * What is known of the shape of each object, by rising id, as scikit-image's `regionprops` (whose boxes and
 * centroids are row first; ours are x first).
 */
export function instanceStatistics(labels: LabelImage): InstanceShape[] {
  const { width, height, data } = labels;
  const objects = new Map<number, Moments>();
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; ) {
      const id = data[row + x];
      const from = x;
      do x += 1;
      while (x < width && data[row + x] === id);
      if (id === 0) continue;
      let moments = objects.get(id);
      if (!moments) {
        moments = new Moments(from, y);
        objects.set(id, moments);
      }
      moments.addRun(from, x - 1, y);
    }
  }
  return [...objects]
    .sort(([a], [b]) => a - b)
    .map(([id, moments]) => {
      const { area, left, right, top, bottom } = moments;
      return {
        id,
        area,
        box: [left, top, right - left + 1, bottom - top + 1],
        centroid: moments.centroid(),
        eccentricity: moments.eccentricity(),
        touchesBorder: left === 0 || top === 0 || right === width - 1 || bottom === height - 1,
      };
    });
}
