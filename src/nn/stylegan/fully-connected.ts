import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import { biasAct } from '../ops/bias-act.ts';
import * as tf from '../tf.ts';

/** A fully connected layer whose weights are on the device (spec A.1). */
export interface FullyConnected {
  /** `[N, in]` to `[N, out]`. */
  apply(x: tf.Tensor2D): tf.Tensor2D;
  dispose(): void;
}

/** Reads `<prefix>.weight` `[out, in]` and `<prefix>.bias` `[out]`. */
export function loadFullyConnected(
  weights: TensorSource,
  prefix: string,
  options: { act: 'linear' | 'lrelu'; lrMultiplier?: number },
): FullyConnected {
  const { act, lrMultiplier = 1 } = options;
  const { shape, data } = weights.read(`${prefix}.weight`);
  const biasValues = weights.read(`${prefix}.bias`).data;
  const [out, into] = shape;
  if (shape.length !== 2 || biasValues.length !== out) {
    throw new CytoForgeError('wrong-architecture', `${prefix} is no fully connected layer.`, {
      found: `weight [${shape}], bias [${biasValues.length}]`,
      expected: 'weight [out, in], bias [out]',
    });
  }
  const weightGain = lrMultiplier / Math.sqrt(into);
  const weight = tf.tidy(() => {
    const gained = data.map((value) => value * weightGain);
    return tf.keep(tf.transpose(tf.tensor2d(gained, [out, into])) as tf.Tensor2D);
  });
  const bias = tf.keep(tf.tensor1d(biasValues.map((value) => value * lrMultiplier)));
  return {
    apply: (x) =>
      tf.tidy(() => {
        const y = tf.fused.matMul({ a: x, b: weight, transposeA: false, transposeB: false, bias });
        return biasAct(y as tf.Tensor2D, null, { act });
      }),
    dispose() {
      weight.dispose();
      bias.dispose();
    },
  };
}
