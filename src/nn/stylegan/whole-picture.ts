import * as tf from '../tf.ts';
import type { CanvasDrawing, DrawSettings, MaskNetwork } from './mask-network.ts';

/** The picture of the training size as a canvas of one tile: the original's own computation. */
export function wholePicture(
  { config, draw }: Pick<MaskNetwork, 'config' | 'draw'>,
  ws: tf.Tensor3D,
  settings: DrawSettings,
): CanvasDrawing {
  const { imgResolution: side } = config;
  const own = tf.keep(tf.clone(ws));
  return {
    tiles: [{ left: 0, top: 0, width: side, height: side }],
    draw: () => draw(own, settings),
    dispose: () => own.dispose(),
  };
}
