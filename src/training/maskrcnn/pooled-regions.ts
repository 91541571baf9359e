import { type Boxes, boxCount } from '../../nn/maskrcnn/boxes.ts';
import type { FeatureMap, FeatureMapSize } from '../../nn/maskrcnn/feature-map.ts';
import { levelSampling, poolRegions, regionsByLevel } from '../../nn/maskrcnn/pyramid-pooling.ts';
import { roiAlignGradient } from '../../nn/maskrcnn/roi-align.ts';
import * as tf from '../../nn/tf.ts';

function sizeOf({ shape }: tf.Tensor4D): FeatureMapSize {
  return { height: shape[1], width: shape[2], channels: shape[3] };
}

/** Image `image` of a batch `[N, H, W, C]` on plain arrays. */
function mapOfImage(map: tf.Tensor4D, values: Float32Array, image: number): FeatureMap {
  const size = map.size / map.shape[0];
  return { ...sizeOf(map), data: values.subarray(image * size, (image + 1) * size) };
}

/** The maps of one image, finest first. */
function mapsOfImage(
  maps: readonly tf.Tensor4D[],
  values: readonly Float32Array[],
  image: number,
): FeatureMap[] {
  return maps.map((map, level) => mapOfImage(map, values[level], image));
}

/** Adds to `gradients` (one for every map) what the regions of one image change in its maps. */
function addGradients(
  change: Float32Array,
  maps: readonly FeatureMapSize[],
  boxes: Boxes,
  side: number,
  gradients: readonly Float32Array[],
): void {
  const perRegion = side * side * maps[0].channels;
  for (const { level, indices, boxes: own } of regionsByLevel(boxes, maps.length)) {
    const rows = new Float32Array(indices.length * perRegion);
    for (const [row, i] of indices.entries()) {
      rows.set(change.subarray(i * perRegion, (i + 1) * perRegion), row * perRegion);
    }
    const gradient = roiAlignGradient(rows, maps[level], own, levelSampling(level, side));
    const sum = gradients[level];
    for (let i = 0; i < sum.length; i++) sum[i] += gradient[i];
  }
}

/**
 * `poolRegions` of a batch, differentiable with respect to its maps. Reads and writes plain arrays, so it makes the
 * backend wait.
 * @param maps `[N, H, W, C]` each, of strides 4, 8, 16 …
 * @param boxes of every image, `[n, 4]`
 * @returns `[all regions, side, side, C]`, image by image
 */
export function pooledRegions(
  maps: readonly tf.Tensor4D[],
  boxes: readonly Boxes[],
  side: number,
): tf.Tensor4D {
  const channels = maps[0].shape[3];
  const perRegion = side * side * channels;
  const count = boxes.reduce((sum, own) => sum + boxCount(own), 0);
  const pool = tf.customGrad((...inputs) => {
    const given = inputs.slice(0, maps.length) as tf.Tensor4D[];
    const values = given.map((map) => map.dataSync() as Float32Array);
    const pooled = new Float32Array(count * perRegion);
    let at = 0;
    for (const [image, own] of boxes.entries()) {
      const rows = poolRegions(mapsOfImage(given, values, image), own, side);
      pooled.set(rows, at);
      at += rows.length;
    }
    const gradFunc = (change: tf.Tensor) => {
      const changes = change.dataSync() as Float32Array;
      const gradients = maps.map(({ size }) => new Float32Array(size));
      const sizes = maps.map(sizeOf);
      let from = 0;
      for (const [image, own] of boxes.entries()) {
        const rows = changes.subarray(from, from + boxCount(own) * perRegion);
        const parts = maps.map((map, level) => {
          const size = map.size / map.shape[0];
          return gradients[level].subarray(image * size, (image + 1) * size);
        });
        addGradients(rows, sizes, own, side, parts);
        from += rows.length;
      }
      return gradients.map((gradient, level) => tf.tensor(gradient, maps[level].shape));
    };
    return { value: tf.tensor4d(pooled, [count, side, side, channels]), gradFunc };
  });
  return pool(...maps) as tf.Tensor4D;
}
