import * as tf from '../tf.ts';
import { type AxisPlan, type AxisTask, blockKernel, planAxis } from './axis-plan.ts';
import { type Margins, padPlanes } from './planes.ts';

/** A filter on the last axis of planes, its kernel on the device. */
export interface AxisFir {
  plan: AxisPlan;
  /** `[P, H, paddedSize]` to `[P, H, blocks * blockOut]`: padding before and cropping after is the caller's. */
  applyPadded(planes: tf.Tensor3D): tf.Tensor3D;
  /** `[P, H, W]` to `[P, H, outSize]`. */
  apply(planes: tf.Tensor3D): tf.Tensor3D;
  dispose(): void;
}

/** Padding that turns an axis of `size` samples into what the plan reads. */
export function planMargins(plan: AxisPlan, size: number): Margins {
  return [-plan.first, plan.paddedSize - size + plan.first];
}

/** Drops what the last block has too much. */
export function cropLast(planes: tf.Tensor3D, size: number): tf.Tensor3D {
  const [p, h, w] = planes.shape;
  return w === size ? planes : tf.slice3d(planes, [0, 0, 0], [p, h, size]);
}

/** Prepares `taps` (in correlation order) for one axis. */
export function prepareAxisFir(taps: Float32Array, task: Omit<AxisTask, 'taps'>): AxisFir {
  const plan = planAxis({ ...task, taps: taps.length });
  const { blockIn, blockOut, reach, blocks } = plan;
  const values = blockKernel(plan, 1, taps.length, (_, index) => taps[index]);
  const kernel = tf.keep(tf.tensor4d(values, [1, reach, blockIn, blockOut]));
  const applyPadded = (planes: tf.Tensor3D): tf.Tensor3D => {
    const [p, h] = planes.shape;
    const input = tf.reshape(planes, [1, p * h, plan.paddedSize / blockIn, blockIn]) as tf.Tensor4D;
    return tf.reshape(tf.conv2d(input, kernel, 1, 'valid'), [p, h, blocks * blockOut]);
  };
  return {
    plan,
    applyPadded,
    apply(planes) {
      const margins = planMargins(plan, planes.shape[2]);
      return cropLast(applyPadded(padPlanes(planes, [0, 0], margins)), task.outSize);
    },
    dispose: () => kernel.dispose(),
  };
}
