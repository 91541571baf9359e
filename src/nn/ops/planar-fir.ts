import * as tf from '../tf.ts';
import { cropLast, planMargins } from './axis-fir.ts';
import { blockKernel, planAxis } from './axis-plan.ts';
import type { FirFilter } from './fir-filter.ts';
import { padPlanes } from './planes.ts';

/** One axis of a planar filter. */
export interface PlanarAxis {
  up: number;
  down: number;
  padLow: number;
  padHigh: number;
  outSize: number;
}

/** A filter of height by width taps on planes, its kernel on the device. */
export interface PlanarFir {
  /** `[P, H, W]` to `[P, y.outSize, x.outSize]`. */
  apply(planes: tf.Tensor3D): tf.Tensor3D;
  dispose(): void;
}

function insertRows(planes: tf.Tensor3D, up: number): tf.Tensor3D {
  if (up === 1) return planes;
  const [p, h, w] = planes.shape;
  const spread = tf.pad4d(tf.reshape(planes, [p, h, 1, w]), [
    [0, 0],
    [0, 0],
    [0, up - 1],
    [0, 0],
  ]);
  return tf.reshape(spread, [p, h * up, w]);
}

/** Prepares a planar filter (taps in correlation order): blocks along x, strides along y. */
export function preparePlanarFir(filter: FirFilter, y: PlanarAxis, x: PlanarAxis): PlanarFir {
  const { taps, height, width } = filter;
  const plan = planAxis({ ...x, taps: width });
  const { blockIn, blockOut, reach, blocks, paddedSize } = plan;
  const values = blockKernel(plan, height, width, (row, index) => taps[row * width + index]);
  const kernel = tf.keep(tf.tensor4d(values, [height, reach, blockIn, blockOut]));
  return {
    apply(planes) {
      const rows = insertRows(planes, y.up);
      const margins = planMargins(plan, planes.shape[2]);
      const padded = padPlanes(rows, [y.padLow, y.padHigh], margins);
      const [p, h] = padded.shape;
      const input = tf.reshape(padded, [p, h, paddedSize / blockIn, blockIn]) as tf.Tensor4D;
      const output = tf.conv2d(input, kernel, [y.down, 1], 'valid');
      return cropLast(tf.reshape(output, [p, y.outSize, blocks * blockOut]), x.outSize);
    },
    dispose: () => kernel.dispose(),
  };
}
