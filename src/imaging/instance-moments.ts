import type { LabelImage } from './image.ts';

/** 1² + 2² + … + n², a whole number; as a polynomial it also holds below 0. */
function sumOfSquares(n: number): number {
  return (n * (n + 1) * (2 * n + 1)) / 6;
}

/** The ellipse with an object's second moments. */
export interface MomentEllipse {
  /** Lengths of the whole axes in pixels. */
  major: number;
  minor: number;
  /** 0 is a circle, towards 1 a line. */
  eccentricity: number;
  /** Radians from the vertical to the major axis, -π/2 to π/2, as scikit-image counts them; 0 of a circle. */
  orientation: number;
}

/** Bounds of one object, and sums over its pixels of their offset from its first pixel. */
export class InstanceMoments {
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

  ellipse(): MomentEllipse {
    const x = this.#x / this.area;
    const y = this.#y / this.area;
    const varianceX = this.#xx / this.area - x * x;
    const varianceY = this.#yy / this.area - y * y;
    const covariance = this.#xy / this.area - x * y;
    const spread = Math.hypot((varianceX - varianceY) / 2, covariance);
    const mean = (varianceX + varianceY) / 2;
    const longest = mean + spread;
    return {
      major: 4 * Math.sqrt(longest),
      minor: 4 * Math.sqrt(Math.max(0, mean - spread)),
      eccentricity: longest > 0 ? Math.sqrt(Math.min(1, (2 * spread) / longest)) : 0,
      orientation: 0.5 * Math.atan2(2 * covariance, varianceY - varianceX),
    };
  }
}

/** The moments of each object of a label map, by its id. */
export function instanceMoments(labels: LabelImage): Map<number, InstanceMoments> {
  const { width, height, data } = labels;
  const objects = new Map<number, InstanceMoments>();
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
        moments = new InstanceMoments(from, y);
        objects.set(id, moments);
      }
      moments.addRun(from, x - 1, y);
    }
  }
  return objects;
}
