import type { StyleGan2Config } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import { loadMapping } from '../stylegan/mapping.ts';
import type {
  CanvasSize,
  DrawSettings,
  MaskNetwork,
  Noise,
  TensorObserver,
} from '../stylegan/mask-network.ts';
import { withOwnedParts } from '../stylegan/owned-parts.ts';
import { wholePicture } from '../stylegan/whole-picture.ts';
import * as tf from '../tf.ts';
import { noiseStream } from './noise-stream.ts';
import { type BlockOutput, loadSynthesisBlock } from './synthesis-block.ts';

/** A StyleGAN2 generator (architecture `skip`) on the current backend. */
export interface StyleGan2 extends MaskNetwork {
  readonly config: StyleGan2Config;
  /**
   * ws to images `[N, H, W, C]`, about [-1, 1], not clamped. With random noise, the samples of a batch share one
   * stream.
   * @param noise the stored noise unless told
   * @param observe sees `block.b<resolution>.x` and `block.b<resolution>.img`
   */
  synthesis(ws: tf.Tensor3D, noise?: Noise, observe?: TensorObserver): tf.Tensor4D;
}

function noCanvas({ width, height }: CanvasSize, side: number): CytoForgeError {
  return new CytoForgeError('bad-recipe', 'StyleGAN2 draws its training size only.', {
    found: `a canvas of ${width} by ${height} pixels`,
    expected: `${side} by ${side}: a picture begins with a learned constant`,
    hint: 'Use a StyleGAN3 model for larger fields.',
  });
}

/**
 * Puts a generator on the current backend.
 * @throws CytoForgeError `missing-tensor` or `wrong-architecture`; nothing stays behind then.
 */
export function loadStyleGan2(config: StyleGan2Config, weights: TensorSource): StyleGan2 {
  return withOwnedParts((keep) => {
    const mapping = keep(loadMapping(config, weights));
    const blocks = config.blocks.map((block) => ({
      name: `b${block.resolution}`,
      ...keep(loadSynthesisBlock(block, config.imgChannels, weights)),
    }));
    const synthesis: StyleGan2['synthesis'] = (ws, noise = { mode: 'const' }, observe) =>
      tf.tidy(() => {
        const rows = tf.unstack(ws, 1) as tf.Tensor2D[];
        const layerNoise = { mode: noise.mode, stream: noiseStream(noise, config.zDim) };
        let output: BlockOutput | null = null;
        let next = 0;
        for (const { name, convolutions, apply } of blocks) {
          const before: BlockOutput | null = output;
          output = apply(before, rows.slice(next, next + convolutions + 1), layerNoise);
          next += convolutions;
          if (before) tf.dispose([before.x, before.image]);
          observe?.(`block.${name}.x`, output.x);
          observe?.(`block.${name}.img`, output.image);
        }
        return (output as BlockOutput | null)?.image as tf.Tensor4D;
      });
    const draw: StyleGan2['draw'] = (ws, { noise }, observe) => synthesis(ws, noise, observe);
    return {
      config,
      mapping: mapping.apply,
      truncate: mapping.truncate,
      synthesis,
      draw,
      openCanvas(ws: tf.Tensor3D, settings: DrawSettings) {
        if (settings.canvas) throw noCanvas(settings.canvas, config.imgResolution);
        return wholePicture({ config, draw }, ws, settings);
      },
    };
  });
}
