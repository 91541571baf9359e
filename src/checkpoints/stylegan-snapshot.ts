import { CytoForgeError } from '../errors.ts';
import type { StyleGan2Config, StyleGan3Config } from './bundle/manifest.ts';
import type { ByteSource } from './byte-source.ts';
import { familyOf } from './generator-modules.ts';
import { collectTensors, readStoredModule } from './persistent-module.ts';
import { readPickle } from './pickle/interpreter.ts';
import { asRecord, describeValue, type PickleDict, showKey } from './pickle/values.ts';
import { type PlainData, toPlainData } from './plain-data.ts';
import { SNAPSHOT_GLOBALS } from './stylegan-globals.ts';
import { readStyleGan2Config } from './stylegan2-config.ts';
import { styleGan2TensorShapes } from './stylegan2-tensors.ts';
import { readStyleGan3Config } from './stylegan3-config.ts';
import { styleGan3TensorShapes } from './stylegan3-tensors.ts';
import type { TensorSource } from './tensor-source.ts';
import { checkTensors, checkTensorsAreStored, torchTensorSource } from './torch/tensor-map.ts';

/** Which of a snapshot's generators: the averaged one, or the one in training. */
export type SnapshotNetwork = 'G_ema' | 'G';

interface OpenSnapshot<Config> {
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

function readSnapshotDict(source: ByteSource): PickleDict {
  const root = readPickle(source, SNAPSHOT_GLOBALS);
  const dict = asRecord(root, 'dict');
  if (!dict) {
    throw new CytoForgeError('wrong-architecture', `${source.name} is not a StyleGAN snapshot.`, {
      where: 'its outermost value',
      found: describeValue(root),
      expected: 'a dict with G, D and G_ema',
      hint: 'Choose a network-snapshot .pkl of the StyleGAN3 repository.',
    });
  }
  return dict;
}

/** The stored generator of a snapshot, still as modules. */
function readGenerator(source: ByteSource, network: SnapshotNetwork) {
  const { entries } = readSnapshotDict(source);
  if (!entries.has(network)) {
    const keys = [...entries.keys()].slice(0, 10).map(showKey).join(', ');
    throw new CytoForgeError('wrong-architecture', `${source.name} has no ${network}.`, {
      where: network,
      found: keys === '' ? 'an empty dict' : `only ${keys}`,
      expected: 'a StyleGAN snapshot with G, D and G_ema',
      hint: 'Choose a network-snapshot .pkl of the StyleGAN3 repository.',
    });
  }
  const generator = readStoredModule(source.name, entries.get(network), '');
  return {
    generator,
    bytes: source.size,
    trainingSet: toPlainData(entries.get('training_set_kwargs')),
  };
}

function openWeights(
  { generator, bytes }: StoredGenerator,
  expected: ReadonlyMap<string, number[]>,
) {
  const tensors = collectTensors(generator);
  checkTensors(generator.file, tensors, expected);
  checkTensorsAreStored(generator.file, bytes, tensors, expected.keys());
  return torchTensorSource(tensors);
}

type StoredGenerator = ReturnType<typeof readGenerator>;

function asStyleGan3(stored: StoredGenerator): StyleGan3Snapshot {
  const config = readStyleGan3Config(stored.generator);
  const weights = openWeights(stored, styleGan3TensorShapes(config));
  return { config, weights, trainingSet: stored.trainingSet };
}

function asStyleGan2(stored: StoredGenerator): StyleGan2Snapshot {
  const config = readStyleGan2Config(stored.generator);
  const weights = openWeights(stored, styleGan2TensorShapes(config));
  return { config, weights, trainingSet: stored.trainingSet };
}

/**
 * Opens an official StyleGAN3 snapshot (`network-snapshot-*.pkl`, protocols 2 to 5).
 * @param network which of the stored generators: the averaged one unless told.
 * @throws CytoForgeError `unsafe-pickle`, `truncated`, `corrupt`, `not-a-checkpoint`,
 * `wrong-architecture`, `missing-tensor` or `unsupported`.
 */
export function openStyleGan3Snapshot(
  source: ByteSource,
  network: SnapshotNetwork = 'G_ema',
): StyleGan3Snapshot {
  return asStyleGan3(readGenerator(source, network));
}

/** As `openStyleGan3Snapshot`, for `--cfg stylegan2` and for StyleGAN2-ADA (PyTorch). */
export function openStyleGan2Snapshot(
  source: ByteSource,
  network: SnapshotNetwork = 'G_ema',
): StyleGan2Snapshot {
  return asStyleGan2(readGenerator(source, network));
}

/** As `openStyleGan3Snapshot`, for whichever architecture the file is of. */
export function openStyleGanSnapshot(
  source: ByteSource,
  network: SnapshotNetwork = 'G_ema',
): StyleGanSnapshot {
  const stored = readGenerator(source, network);
  return familyOf(stored.generator) === 'StyleGAN2'
    ? { architecture: 'stylegan2', ...asStyleGan2(stored) }
    : { architecture: 'stylegan3', ...asStyleGan3(stored) };
}
