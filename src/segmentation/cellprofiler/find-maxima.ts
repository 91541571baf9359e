import { diskOffsets } from '../../imaging/disk-offsets.ts';
import { localMaxima } from '../../imaging/local-maxima.ts';
import { type RealImage, type RealValues, zerosLike } from '../../imaging/real-values.ts';
import { shrinkToPoints } from '../../imaging/shrink-to-points.ts';
import { resampleSpline } from '../../imaging/splines/resample-spline.ts';
import type { MaximaSearch } from './declump-settings.ts';

/** A picture and the objects in it. */
interface LabelledImage extends RealImage {
  labels: Int32Array;
}

function positions(count: number, scale: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => i / scale);
}

/** The pixel at a position, or -1 outside the outermost pixels' centres. */
function nearestPixel(position: number, length: number): number {
  return position <= length - 1 ? Math.floor(position + 0.5) : -1;
}

function reduced({ width, height, data, labels }: LabelledImage, scale: number): LabelledImage {
  const rows = positions(Math.ceil(height * scale), scale);
  const columns = positions(Math.ceil(width * scale), scale);
  const values = resampleSpline(data, width, height, rows, columns);
  const reducedLabels = new Int32Array(values.length);
  rows.forEach((row, r) => {
    const y = nearestPixel(row, height);
    columns.forEach((column, c) => {
      const x = nearestPixel(column, width);
      if (x >= 0 && y >= 0) reducedLabels[r * columns.length + c] = labels[y * width + x];
    });
  });
  const kept: RealValues = zerosLike(data, values.length);
  kept.set(values);
  return { width: columns.length, height: rows.length, data: kept, labels: reducedLabels };
}

/** Where a mask of a reduced picture lies in the whole image: at least half of it, by spline. */
function enlarged(
  mask: Uint8Array,
  from: { width: number; height: number },
  to: { width: number; height: number },
): Uint8Array {
  // CellProfiler takes the heights' ratio for both directions.
  const scale = to.height / from.height;
  const shares = resampleSpline(
    mask,
    from.width,
    from.height,
    positions(to.height, scale),
    positions(to.width, scale),
  );
  const lies = new Uint8Array(shares.length);
  for (let i = 0; i < shares.length; i++) if (shares[i] > 0.5) lies[i] = 1;
  return lies;
}

/**
 * Points from which objects are grown, one for each maximum (CellProfiler's `get_maxima`): pixels above 0 than
 * which no pixel of the same object nearby is brighter, each plateau shrunk to a point.
 * @param search Below a scale of 1, maxima are sought in a reduced picture.
 * @returns `[H, W]`, 0 and 1.
 */
export function findMaxima(image: LabelledImage, { scale, radius }: MaximaSearch): Uint8Array {
  const picture = scale < 1 ? reduced(image, scale) : image;
  const { width, height, data, labels } = picture;
  const maxima = localMaxima(data, labels, width, height, diskOffsets(radius));
  for (let i = 0; i < maxima.length; i++) if (data[i] <= 0) maxima[i] = 0;
  const whole = scale < 1 ? enlarged(maxima, picture, image) : maxima;
  return shrinkToPoints(whole, image.width, image.height);
}
