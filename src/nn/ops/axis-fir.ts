import * as tf from '../tf.ts';
import { type AxisPlan, type AxisTask, blockKernel, planAxis } from './axis-plan.ts';
import type { Margins } from './pad-map.ts';

/** A filter on the last axis of planes, its kernel on the device. */
export interface AxisFir {
  plan: AxisPlan;
  /** `[P, H, paddedSize]` to `[P, H, blocks * blockOut]`: padding before and cropping after is the caller's. */
  apply(planes: tf.Tensor3D): tf.Tensor3D;
  dispose(): void;
}

/** Padding that turns an axis of `size` samples into what the plan reads. */
export function planMargins(plan: AxisPlan, size: number): Margins {
  return [-plan.first, plan.paddedSize - size + plan.first];
}

/** Prepares `taps` (in correlation order) for one axis. */
export function prepareAxisFir(taps: Float32Array, task: Omit<AxisTask, 'taps'>): AxisFir {
  const plan = planAxis({ ...task, taps: taps.length });
  const { blockIn, blockOut, reach, blocks, paddedSize } = plan;
  const values = blockKernel(plan, 1, taps.length, (_, index) => taps[index]);
  const kernel = tf.keep(tf.tensor4d(values, [1, reach, blockIn, blockOut]));
  return {
    plan,
    apply(planes) {
      const [p, h] = planes.shape;
      // Planes as a batch: XNNPACK keeps a pointer for each tap and place of one sample, whatever the batch.
      const input = tf.reshape(planes, [p, h, paddedSize / blockIn, blockIn]) as tf.Tensor4D;
      return tf.reshape(tf.conv2d(input, kernel, 1, 'valid'), [p, h, blocks * blockOut]);
    },
    dispose: () => kernel.dispose(),
  };
}
