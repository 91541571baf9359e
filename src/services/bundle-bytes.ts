import { weightBytes } from '../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';

/** Bytes of all shards of a bundle, from the shapes of its weights. */
export function bundleBytes(manifest: ModelManifest): number {
  const weights = manifest.weightsManifest.flatMap((group) => group.weights);
  return weights.reduce((sum, weight) => sum + weightBytes(weight), 0);
}
