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

  add(px: number, py: number): void {
    const x = px - this.firstX;
    const y = py - this.top;
    this.area++;
    this.left = Math.min(this.left, px);
    this.right = Math.max(this.right, px);
    this.bottom = py;
    this.#x += x;
    this.#y += y;
    this.#xx += x * x;
    this.#yy += y * y;
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
    for (let x = 0; x < width; x++) {
      const id = data[y * width + x];
      if (id === 0) continue;
      let moments = objects.get(id);
      if (!moments) {
        moments = new Moments(x, y);
        objects.set(id, moments);
      }
      moments.add(x, y);
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
