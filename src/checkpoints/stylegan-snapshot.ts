import type { StyleGan2Config, StyleGan3Config } from './bundle/manifest.ts';
import type { ByteSource } from './byte-source.ts';
import { familyOf } from './generator-modules.ts';
import type { StoredModule } from './persistent-module.ts';
import { collectTensors } from './persistent-module.ts';
import type { PlainData } from './plain-data.ts';
import { readSnapshotNetwork, type SnapshotGenerator } from './snapshot-networks.ts';
import { readStyleGan2Config } from './stylegan2-config.ts';
import { styleGan2TensorShapes } from './stylegan2-tensors.ts';
import { readStyleGan3Config } from './stylegan3-config.ts';
import { styleGan3TensorShapes } from './stylegan3-tensors.ts';
import type { TensorSource } from './tensor-source.ts';
import { checkTensors, checkTensorsAreStored, torchTensorSource } from './torch/tensor-map.ts';

interface OpenSnapshot<Config> {
  /** Which of the stored generators this is. */
  network: SnapshotGenerator;
  config: Config;
  weights: TensorSource;
  /** `training_set_kwargs`, null where the file has none. */
  trainingSet: PlainData;
}

/** An open StyleGAN3 snapshot: the weights are still in the file. */
export type StyleGan3Snapshot = OpenSnapshot<StyleGan3Config>;

/** An open StyleGAN2 snapshot: the weights are still in the file. */
export type StyleGan2Snapshot = OpenSnapshot<StyleGan2Config>;

/** An open snapshot with the architecture of its generator. */
export type StyleGanSnapshot =
  | ({ architecture: 'stylegan3' } & StyleGan3Snapshot)
  | ({ architecture: 'stylegan2' } & StyleGan2Snapshot);

interface StoredGenerator {
  network: SnapshotGenerator;
  module: StoredModule;
  trainingSet: PlainData;
}

function readGenerator(source: ByteSource, wanted?: SnapshotGenerator): StoredGenerator {
  const { network, ...stored } = readSnapshotNetwork(source, wanted);
  return { network: network === 'G' ? 'G' : 'G_ema', ...stored };
}

/** @throws CytoForgeError `missing-tensor` with the first name that differs, `corrupt`. */
export function openWeights(module: StoredModule, expected: ReadonlyMap<string, number[]>) {
  const tensors = collectTensors(module);
  checkTensors(module.file, tensors, expected);
  checkTensorsAreStored(module.file, module.fileBytes, tensors, expected.keys());
  return torchTensorSource(tensors);
}

function asStyleGan3({ module, ...stored }: StoredGenerator): StyleGan3Snapshot {
  const config = readStyleGan3Config(module);
  return { ...stored, config, weights: openWeights(module, styleGan3TensorShapes(config)) };
}

function asStyleGan2({ module, ...stored }: StoredGenerator): StyleGan2Snapshot {
  const config = readStyleGan2Config(module);
  return { ...stored, config, weights: openWeights(module, styleGan2TensorShapes(config)) };
}

/**
 * Opens an official StyleGAN3 snapshot (`network-snapshot-*.pkl`, protocols 2 to 5).
 * @param network which of the stored generators: unless told the averaged one, or the only one.
 * @throws CytoForgeError `unsafe-pickle`, `truncated`, `corrupt`, `not-a-checkpoint`,
 * `wrong-architecture`, `missing-tensor` or `unsupported`.
 */
export function openStyleGan3Snapshot(
  source: ByteSource,
  network?: SnapshotGenerator,
): StyleGan3Snapshot {
  return asStyleGan3(readGenerator(source, network));
}

/** As `openStyleGan3Snapshot`, for `--cfg stylegan2` and for StyleGAN2-ADA (PyTorch). */
export function openStyleGan2Snapshot(
  source: ByteSource,
  network?: SnapshotGenerator,
): StyleGan2Snapshot {
  return asStyleGan2(readGenerator(source, network));
}

/** As `openStyleGan3Snapshot`, for whichever architecture the file is of. */
export function openStyleGanSnapshot(
  source: ByteSource,
  network?: SnapshotGenerator,
): StyleGanSnapshot {
  const stored = readGenerator(source, network);
  return familyOf(stored.module) === 'StyleGAN2'
    ? { architecture: 'stylegan2', ...asStyleGan2(stored) }
    : { architecture: 'stylegan3', ...asStyleGan3(stored) };
}
