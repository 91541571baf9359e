import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { loadMapping } from '../stylegan/mapping.ts';
import type { DrawSettings, MaskNetwork, TensorObserver } from '../stylegan/mask-network.ts';
import { withOwnedParts } from '../stylegan/owned-parts.ts';
import { wholePicture } from '../stylegan/whole-picture.ts';
import * as tf from '../tf.ts';
import { loadFourierInput } from './fourier-input.ts';
import { openCanvas } from './open-canvas.ts';
import { planDrawing } from './plan-canvas.ts';
import { loadSynthesisLayer } from './synthesis-layer.ts';
import { inverseTransform, type Matrix3 } from './transform.ts';

/** A StyleGAN3 generator (T or R) on the current backend. */
export interface StyleGan3 extends MaskNetwork {
  readonly config: StyleGan3Config;
  /**
   * ws to images `[N, H, W, C]`, about [-1, 1], not clamped. A sample's pixels do not depend on the others in
   * its batch: to the bit on WASM and CPU, to rounding on WebGPU, whose matrix products differ with the size.
   * @param transforms inverse placement (`inverseTransform`), for all samples or for each; null is the
   * checkpoint's own
   * @param observe sees `input.affine_t`, `layer.input`, `styles.<layer>` and `layer.<layer>`
   */
  synthesis(
    ws: tf.Tensor3D,
    transforms?: Matrix3 | Matrix3[] | null,
    observe?: TensorObserver,
  ): tf.Tensor4D;
}

/**
 * Puts a generator on the current backend.
 * @throws CytoForgeError `missing-tensor` or `wrong-architecture`; nothing stays behind then.
 */
export function loadStyleGan3(config: StyleGan3Config, weights: TensorSource): StyleGan3 {
  return withOwnedParts((keep) => {
    const mapping = keep(loadMapping(config, weights));
    const input = keep(loadFourierInput(config, weights));
    const layers = config.layers.map((layer) => keep(loadSynthesisLayer(layer, weights)));
    const synthesis: StyleGan3['synthesis'] = (ws, transforms = null, observe) =>
      tf.tidy(() => {
        const [first, ...rest] = tf.unstack(ws, 1) as tf.Tensor2D[];
        let x = input.apply(first, transforms, observe);
        for (const [index, layer] of layers.entries()) {
          const next = layer.apply(x, rest[index], observe);
          x.dispose();
          x = next;
        }
        return tf.mul(x, config.outputScale) as tf.Tensor4D;
      });
    const draw: StyleGan3['draw'] = (ws, { transform }, observe) =>
      synthesis(ws, inverseTransform(transform), observe);
    return {
      config,
      mapping: mapping.apply,
      truncate: mapping.truncate,
      synthesis,
      draw,
      openCanvas(ws: tf.Tensor3D, settings: DrawSettings) {
        const onGpu = tf.getBackend() === 'webgpu';
        const plan = planDrawing(config, { ...settings, onGpu });
        if (!plan) return wholePicture({ config, draw }, ws, settings);
        const transform = inverseTransform(settings.transform);
        return openCanvas(config, { input, layers }, ws, { transform, plan });
      },
    };
  });
}
