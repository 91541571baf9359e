import { FLOW_SCALE } from '../../imaging/flows/flow-errors.ts';
import { flowsOfLabels } from '../../imaging/flows/flows-of-labels.ts';
import type { LabelImage } from '../../imaging/image.ts';
import * as tf from '../../nn/tf.ts';

/** What a batch of examples should give. */
export interface CellposeTargets {
  /** `[N, H, W, 2]`: flow along y and x, `FLOW_SCALE` times a vector of length 1. */
  flows: tf.Tensor4D;
  /** `[N, H, W, 1]`: 1 in objects. */
  inside: tf.Tensor4D;
}

/**
 * What the network should say of label maps of one size (spec 1.5, 1.6). Flows are those of what is seen of an object:
 * an object that the crop cuts has its centre in the crop, as one at the border of an image has.
 */
export function cellposeTargets(maps: readonly LabelImage[]): CellposeTargets {
  const [{ width, height }] = maps;
  const pixels = width * height;
  const flows = new Float32Array(maps.length * pixels * 2);
  const inside = new Float32Array(maps.length * pixels);
  for (const [n, labels] of maps.entries()) {
    const { y, x } = flowsOfLabels(labels);
    for (let i = 0; i < pixels; i++) {
      flows[2 * (n * pixels + i)] = FLOW_SCALE * y[i];
      flows[2 * (n * pixels + i) + 1] = FLOW_SCALE * x[i];
      inside[n * pixels + i] = labels.data[i] > 0 ? 1 : 0;
    }
  }
  return {
    flows: tf.tensor4d(flows, [maps.length, height, width, 2]),
    inside: tf.tensor4d(inside, [maps.length, height, width, 1]),
  };
}
