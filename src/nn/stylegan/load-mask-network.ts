import type { MaskManifest } from '../../checkpoints/bundle/manifest.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { loadStyleGan2 } from '../stylegan2/load-stylegan2.ts';
import { loadStyleGan3 } from '../stylegan3/load-stylegan3.ts';
import type { MaskNetwork } from './mask-network.ts';

/**
 * Puts the generator of a mask model on the current backend.
 * @throws CytoForgeError `missing-tensor` or `wrong-architecture`; nothing stays behind then.
 */
export function loadMaskNetwork(manifest: MaskManifest, weights: TensorSource): MaskNetwork {
  return manifest.architecture === 'stylegan2'
    ? loadStyleGan2(manifest.config, weights)
    : loadStyleGan3(manifest.config, weights);
}
