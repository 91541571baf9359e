import type { FloatImage, LabelImage } from './image.ts';

/** What is measured of the pixels of one object, in the unit of the image. */
export interface ObjectIntensity {
  mean: number;
  /** Standard deviation over the object's pixels (divided by their number). */
  deviation: number;
  /**
   * Correlation of pixels with their right and lower neighbours in the object, −1 to 1: near 1 where brightness changes
   * slowly, 0 for noise. NaN without neighbours or without differences.
   */
  neighbourCorrelation: number;
}

/** The mean of an image's channels, `[H, W]`. */
function channelMeans({ data, channels }: FloatImage): ArrayLike<number> {
  if (channels === 1) return data;
  const means = new Float32Array(data.length / channels);
  for (let at = 0; at < data.length; at++) means[Math.floor(at / channels)] += data[at] / channels;
  return means;
}

/**
 * Brightness and texture of all objects by id; the channels of an image are averaged.
 * @param image Of the size of `labels`.
 */
export function objectIntensities(
  labels: LabelImage,
  image: FloatImage,
): Map<number, ObjectIntensity> {
  const { width, height, data } = labels;
  const levels = channelMeans(image);
  const counts = new Float64Array(65_536);
  const means = new Float64Array(65_536);
  const squares = new Float64Array(65_536);
  const pairs = new Float64Array(65_536);
  const products = new Float64Array(65_536);
  for (let at = 0; at < data.length; at++) {
    counts[data[at]] += 1;
    means[data[at]] += levels[at];
  }
  for (let id = 0; id < means.length; id++) means[id] /= counts[id];
  for (let at = 0; at < data.length; at++) {
    const id = data[at];
    if (id === 0) continue;
    const from = levels[at] - means[id];
    squares[id] += from * from;
    const x = at % width;
    if (x + 1 < width && data[at + 1] === id) {
      pairs[id] += 1;
      products[id] += from * (levels[at + 1] - means[id]);
    }
    if (at + width < width * height && data[at + width] === id) {
      pairs[id] += 1;
      products[id] += from * (levels[at + width] - means[id]);
    }
  }
  const measured = new Map<number, ObjectIntensity>();
  for (let id = 1; id < counts.length; id++) {
    if (counts[id] === 0) continue;
    const variance = squares[id] / counts[id];
    const shared = variance > 0 ? products[id] / pairs[id] / variance : Number.NaN;
    measured.set(id, {
      mean: means[id],
      deviation: Math.sqrt(variance),
      neighbourCorrelation: Math.min(1, Math.max(-1, shared)),
    });
  }
  return measured;
}
