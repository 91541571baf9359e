import type { FloatImage, LabelImage } from './image.ts';

/** For each new pixel of an axis: the pixel before its centre, the one after, and the share of the latter. */
interface Axis {
  before: Uint32Array;
  after: Uint32Array;
  share: Float32Array;
}

function axisOf(from: number, to: number): Axis {
  const axis = {
    before: new Uint32Array(to),
    after: new Uint32Array(to),
    share: new Float32Array(to),
  };
  for (let i = 0; i < to; i++) {
    const place = Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / to - 0.5));
    axis.before[i] = Math.floor(place);
    axis.after[i] = Math.min(axis.before[i] + 1, from - 1);
    axis.share[i] = place - axis.before[i];
  }
  return axis;
}

/**
 * Resizes by interpolation between the centres of four pixels, without smoothing first (OpenCV's `INTER_LINEAR`).
 * @param image at least one pixel
 */
export function resizeBilinear(image: FloatImage, width: number, height: number): FloatImage {
  if (image.width === width && image.height === height) return image;
  const { channels, data } = image;
  const resized = new Float32Array(width * height * channels);
  const columns = axisOf(image.width, width);
  const rows = axisOf(image.height, height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    const upper = rows.before[y] * image.width;
    const lower = rows.after[y] * image.width;
    const fy = rows.share[y];
    for (let x = 0; x < width; x++) {
      const left = columns.before[x];
      const right = columns.after[x];
      const fx = columns.share[x];
      for (let c = 0; c < channels; c++) {
        const a = data[(upper + left) * channels + c];
        const b = data[(upper + right) * channels + c];
        const d = data[(lower + left) * channels + c];
        const e = data[(lower + right) * channels + c];
        const top = a + (b - a) * fx;
        resized[to++] = top + (d + (e - d) * fx - top) * fy;
      }
    }
  }
  return { width, height, channels, data: resized };
}

/** Resizes a label map by the pixel that each new pixel's upper left corner lies in (OpenCV's `INTER_NEAREST`). */
export function resizeLabels(labels: LabelImage, width: number, height: number): LabelImage {
  const data = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * labels.height) / height) * labels.width;
    for (let x = 0; x < width; x++) {
      data[y * width + x] = labels.data[row + Math.floor((x * labels.width) / width)];
    }
  }
  return { width, height, data };
}
