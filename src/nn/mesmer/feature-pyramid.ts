import { finestLevel } from '../../checkpoints/segmenters/mesmer/panoptic-tensors.ts';
import * as tf from '../tf.ts';
import { bilinearDoubling } from './bilinear-doubling.ts';
import type { PanopticLayers } from './panoptic-layers.ts';

/**
 * The finest level of the feature pyramid: coarse features are enlarged and added to finer ones, from the top down.
 * @param features the backbone's, by level
 * @param levels of the pyramid, the finest first
 * @returns `[N, H / 2^l, W / 2^l, pyramidChannels]` of the finest level l
 */
export function featurePyramid(
  layers: PanopticLayers,
  features: ReadonlyMap<number, tf.Tensor4D>,
  levels: readonly number[],
): tf.Tensor4D {
  const reduced = (level: number) => {
    const found = features.get(level);
    if (found) return layers.convolution(found, `C${level}_reduced`);
    throw new Error(`The backbone has no level ${level}.`);
  };
  return tf.tidy(() => {
    const [coarsest, ...finer] = [...levels].reverse();
    const merged = finer.reduce(
      (above, level) => tf.add<tf.Tensor4D>(reduced(level), bilinearDoubling(above)),
      reduced(coarsest),
    );
    return layers.convolution(merged, finestLevel(levels));
  });
}
