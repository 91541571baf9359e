import * as tf from '../tf.ts';
import { type AxisPlan, type AxisTask, blockKernel, planAxis } from './axis-plan.ts';
import type { FirFilter } from './fir-filter.ts';

/** A filter of height by width taps on planes, its kernel on the device. */
export interface PlanarFir {
  /** The plan of the last axis. */
  plan: AxisPlan;
  /** `[P, H, paddedSize]` to `[P, H', blocks * blockOut]`; both axes are padded by the caller. */
  apply(planes: tf.Tensor3D): tf.Tensor3D;
  dispose(): void;
}

/** Prepares a planar filter (taps in correlation order): blocks along the last axis, strides along the other. */
export function preparePlanarFir(
  filter: FirFilter,
  strideY: number,
  x: Omit<AxisTask, 'taps'>,
): PlanarFir {
  const { taps, height, width } = filter;
  const plan = planAxis({ ...x, taps: width });
  const { blockIn, blockOut, reach, blocks, paddedSize } = plan;
  const values = blockKernel(plan, height, width, (row, index) => taps[row * width + index]);
  const kernel = tf.keep(tf.tensor4d(values, [height, reach, blockIn, blockOut]));
  return {
    plan,
    apply(planes) {
      const [p, h] = planes.shape;
      const input = tf.reshape(planes, [p, h, paddedSize / blockIn, blockIn]) as tf.Tensor4D;
      const output = tf.conv2d(input, kernel, [strideY, 1], 'valid');
      return tf.reshape(output, [p, output.shape[1], blocks * blockOut]);
    },
    dispose: () => kernel.dispose(),
  };
}
