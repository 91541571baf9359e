import type { U2NetStage } from '../../checkpoints/segmenters/u2net-stages.ts';
import * as tf from '../tf.ts';

/**
 * A convolution, its batch norm and a ReLU (`REBNCONV`), over maps as if they lay side by side.
 * @param maps `[N, H, W, C]` each.
 */
export type NormedConvolution = (
  maps: readonly tf.Tensor4D[],
  name: string,
  dilation: number,
) => tf.Tensor4D;

/** Max pooling over 2×2 pixels; odd sides are rounded up. */
export function halve(x: tf.Tensor4D): tf.Tensor4D {
  return tf.maxPool(x, 2, 2, 'same');
}

/** `x` as large as `like`. */
export function enlargeTo(x: tf.Tensor4D, like: tf.Tensor4D): tf.Tensor4D {
  const [, height, width] = like.shape;
  if (x.shape[1] === height && x.shape[2] === width) return x;
  return tf.image.resizeBilinear(x, [height, width], false, true);
}

/** Dilations of the scales of a block: RSU-4F widens its reach by them, the others by pooling. */
function dilationOf({ depth, dilated }: U2NetStage, scale: number): number {
  if (dilated) return 2 ** (scale - 1);
  return scale === depth ? 2 : 1;
}

/**
 * A residual U-block: a small U-Net whose result is added to its first convolution's (`RSU7` … `RSU4F`).
 * @param maps What goes in, side by side.
 */
export function residualUBlock(
  convolve: NormedConvolution,
  stage: U2NetStage,
  maps: readonly tf.Tensor4D[],
): tf.Tensor4D {
  return tf.tidy(() => {
    const { name, depth, dilated } = stage;
    const layer = (inputs: tf.Tensor4D[], scale: number, suffix = '') =>
      convolve(inputs, `${name}.rebnconv${scale}${suffix}`, dilationOf(stage, scale));
    const first = convolve(maps, `${name}.rebnconvin`, 1);
    const encoded: tf.Tensor4D[] = [];
    for (let scale = 1; scale <= depth; scale++) {
      const before = encoded.at(-1) ?? first;
      const pools = !dilated && scale > 1 && scale < depth;
      encoded.push(layer([pools ? halve(before) : before], scale));
    }
    let decoded = encoded[depth - 1];
    for (let scale = depth - 1; scale >= 1; scale--) {
      const skip = encoded[scale - 1];
      decoded = layer([enlargeTo(decoded, skip), skip], scale, 'd');
    }
    return tf.add<tf.Tensor4D>(decoded, first);
  });
}
