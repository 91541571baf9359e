import { CytoForgeError } from '../errors.ts';
import type { FloatImage } from '../imaging/image.ts';
import type { SegmentOptions } from './segmenter.ts';

/** What a fully convolutional network needs of windows. */
export interface WindowRules {
  /** Sides are multiples of this. */
  multiple: number;
  /** Pixels around a window that its inside depends on, a multiple of `multiple`. */
  margin: number;
  /** Side of what a window contributes, a multiple of `multiple`. */
  core: number;
}

interface Span {
  /** What goes into the network. */
  from: number;
  to: number;
  /** What is taken of its output. */
  keepFrom: number;
  keepTo: number;
}

function spansOf(length: number, { multiple, margin, core }: WindowRules): Span[] {
  const padded = Math.ceil(length / multiple) * multiple;
  if (padded <= core + margin) return [{ from: 0, to: padded, keepFrom: 0, keepTo: length }];
  const count = Math.ceil(padded / core);
  return Array.from({ length: count }, (_, i) => ({
    from: Math.max(0, i * core - margin),
    to: Math.min(padded, (i + 1) * core + margin),
    keepFrom: i * core,
    keepTo: Math.min(length, (i + 1) * core),
  }));
}

/** Pixels beyond the image repeat its last row and column. */
function cut(image: FloatImage, rows: Span, columns: Span): FloatImage {
  const { channels } = image;
  const height = rows.to - rows.from;
  const width = columns.to - columns.from;
  const data = new Float32Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    const row = Math.min(image.height - 1, rows.from + y) * image.width;
    for (let x = 0; x < width; x++) {
      const source = (row + Math.min(image.width - 1, columns.from + x)) * channels;
      const target = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) data[target + c] = image.data[source + c];
    }
  }
  return { width, height, channels, data };
}

function paste(target: FloatImage, part: FloatImage, rows: Span, columns: Span): void {
  const { channels } = target;
  for (let y = rows.keepFrom; y < rows.keepTo; y++) {
    const start = ((y - rows.from) * part.width + columns.keepFrom - columns.from) * channels;
    const end = start + (columns.keepTo - columns.keepFrom) * channels;
    const row = (y * target.width + columns.keepFrom) * channels;
    target.data.set(part.data.subarray(start, end), row);
  }
}

/**
 * Runs a fully convolutional network over an image of any size: whole where that fits, else in windows whose margins
 * hold all that a kept pixel depends on, so that the result is that of the whole image.
 * @param predict `[H, W, C]` → `[H, W, outputs]` of the same sides.
 * @returns `[H, W, outputs]` of the image's own size.
 * @throws CytoForgeError `cancelled`, and what `predict` throws.
 */
export async function predictInWindows(
  image: FloatImage,
  rules: WindowRules,
  predict: (window: FloatImage) => Promise<FloatImage>,
  { signal, onProgress }: SegmentOptions = {},
): Promise<FloatImage> {
  const rows = spansOf(image.height, rules);
  const columns = spansOf(image.width, rules);
  let result: FloatImage | null = null;
  let done = 0;
  for (const row of rows) {
    for (const column of columns) {
      if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
      const part = await predict(cut(image, row, column));
      const { width, height } = image;
      const { channels } = part;
      const length = width * height * channels;
      result ??= { width, height, channels, data: new Float32Array(length) };
      paste(result, part, row, column);
      done += 1;
      onProgress?.(done / (rows.length * columns.length));
    }
  }
  return result as FloatImage;
}
