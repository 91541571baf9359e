import * as tf from '../tf.ts';
import { type CpnetParts, normConvolve, residualDown, residualUp } from './residual-blocks.ts';

/** Epsilon of CPnet's batch norms. */
export const CPNET_EPSILON = 1e-5;

/** What CPnet says of a batch of images. */
export interface CpnetOutput {
  /** `[N, H, W, 3]`: flow along y, flow along x (five times the unit flow), logit of being in a cell. */
  maps: tf.Tensor4D;
  /** `[N, C]`, of length 1 (Euclidean) by image. */
  style: tf.Tensor2D;
}

/**
 * The encoder's maps, finest first: `[N, H / 2ⁱ, W / 2ⁱ, channels of scale i]`.
 * @param x `[N, H, W, channels]`, sides multiples of 2 to the number of scales less one.
 * @param scales How many there are.
 */
export function encodeScales(parts: CpnetParts, x: tf.Tensor4D, scales: number): tf.Tensor4D[] {
  return tf.tidy(() => {
    const maps: tf.Tensor4D[] = [];
    for (let i = 0; i < scales; i++) {
      const input = i === 0 ? x : tf.maxPool(maps[i - 1], 2, 2, 'valid');
      maps.push(residualDown(parts, input, `downsample.down.res_down_${i}`));
    }
    return maps;
  });
}

/** The mean over a map's pixels, scaled to length 1: `[N, H, W, C]` → `[N, C]`. */
export function styleOfMap(map: tf.Tensor4D): tf.Tensor2D {
  return tf.tidy(() => {
    const [samples, height, width, channels] = map.shape;
    const mean = tf.reshape(tf.avgPool(map, [height, width], 1, 'valid'), [samples, channels]);
    return tf.div<tf.Tensor2D>(mean, tf.sqrt(tf.sum(tf.square(mean), 1, true)));
  });
}

function double(x: tf.Tensor4D): tf.Tensor4D {
  return tf.image.resizeNearestNeighbor(x, [2 * x.shape[1], 2 * x.shape[2]]);
}

/** The decoder and the output layer, `[N, H, W, 3]`. */
export function decodeScales(
  parts: CpnetParts,
  maps: readonly tf.Tensor4D[],
  style: tf.Tensor2D,
): tf.Tensor4D {
  return tf.tidy(() => {
    const last = maps.length - 1;
    let x = maps[last];
    for (let i = last; i >= 0; i--) {
      const before = x;
      x = tf.tidy(() => {
        const input = i === last ? before : double(before);
        return residualUp(parts, input, maps[i], style, `upsample.up.res_up_${i}`);
      });
    }
    return normConvolve(parts, x, 'output');
  });
}

/**
 * CPnet's forward pass, for inference and for training alike: a function of its weights (`resnet_torch.CPnet`).
 * @param x `[N, H, W, 2]`: the channel to segment and the optional nuclei, normalised.
 * @param scales How many scales the network has, four in the official models.
 */
export function runCpnet(parts: CpnetParts, x: tf.Tensor4D, scales: number): CpnetOutput {
  return tf.tidy(() => {
    const maps = encodeScales(parts, x, scales);
    const style = styleOfMap(maps[scales - 1]);
    return { maps: decodeScales(parts, maps, style), style };
  });
}
