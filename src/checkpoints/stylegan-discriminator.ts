import type { ByteSource } from './byte-source.ts';
import { type DiscriminatorConfig, readDiscriminatorConfig } from './discriminator-config.ts';
import { discriminatorTensorShapes } from './discriminator-tensors.ts';
import type { PlainData } from './plain-data.ts';
import { readSnapshotNetwork } from './snapshot-networks.ts';
import { openWeights } from './stylegan-snapshot.ts';
import type { TensorSource } from './tensor-source.ts';

/** The open discriminator of a snapshot: the weights are still in the file. */
export interface StyleGanDiscriminator {
  config: DiscriminatorConfig;
  weights: TensorSource;
  /** `training_set_kwargs`, null where the file has none. */
  trainingSet: PlainData;
}

/**
 * Opens D of an official StyleGAN2 or StyleGAN3 snapshot.
 * @throws CytoForgeError as `openStyleGan3Snapshot`.
 */
export function openStyleGanDiscriminator(source: ByteSource): StyleGanDiscriminator {
  const { module, trainingSet } = readSnapshotNetwork(source, 'D');
  const config = readDiscriminatorConfig(module);
  const weights = openWeights(module, discriminatorTensorShapes(config));
  return { config, weights, trainingSet };
}
