import { CytoForgeError } from '../errors.ts';
import type { StyleGan3Config } from './bundle/manifest.ts';
import type { ByteSource } from './byte-source.ts';
import { collectTensors, readStoredModule } from './persistent-module.ts';
import { readPickle } from './pickle/interpreter.ts';
import { asRecord, describeValue, type PickleDict, showKey } from './pickle/values.ts';
import { type PlainData, toPlainData } from './plain-data.ts';
import { readStyleGan3Config } from './stylegan3-config.ts';
import { SNAPSHOT_GLOBALS } from './stylegan3-globals.ts';
import { styleGan3TensorShapes } from './stylegan3-tensors.ts';
import type { TensorSource } from './tensor-source.ts';
import { checkTensors, torchTensorSource } from './torch/tensor-map.ts';

/** An open StyleGAN3 snapshot: the weights are still in the file. */
export interface StyleGan3Snapshot {
  config: StyleGan3Config;
  weights: TensorSource;
  /** `training_set_kwargs`, null where the file has none. */
  trainingSet: PlainData;
}

function readSnapshotDict(source: ByteSource): PickleDict {
  const root = readPickle(source, SNAPSHOT_GLOBALS);
  const dict = asRecord(root, 'dict');
  if (!dict) {
    throw new CytoForgeError('wrong-architecture', `${source.name} is not a StyleGAN snapshot.`, {
      found: describeValue(root),
      expected: 'a dict with G, D and G_ema',
    });
  }
  return dict;
}

/**
 * Opens an official StyleGAN3 snapshot (`network-snapshot-*.pkl`, protocols 2 to 5).
 * @param network which of the stored generators: the averaged one unless told.
 * @throws CytoForgeError `unsafe-pickle`, `truncated`, `corrupt`, `not-a-checkpoint`,
 * `wrong-architecture`, `missing-tensor` or `unsupported`.
 */
export function openStyleGan3Snapshot(
  source: ByteSource,
  network: 'G_ema' | 'G' = 'G_ema',
): StyleGan3Snapshot {
  const { entries } = readSnapshotDict(source);
  if (!entries.has(network)) {
    const keys = [...entries.keys()].slice(0, 10).map(showKey).join(', ');
    throw new CytoForgeError('wrong-architecture', `${source.name} has no ${network}.`, {
      where: network,
      found: keys === '' ? 'an empty dict' : `only ${keys}`,
      expected: 'a StyleGAN3 snapshot with G, D and G_ema',
    });
  }
  const generator = readStoredModule(source.name, entries.get(network), '');
  const config = readStyleGan3Config(generator);
  const tensors = collectTensors(generator);
  checkTensors(source.name, tensors, styleGan3TensorShapes(config));
  return {
    config,
    weights: torchTensorSource(tensors),
    trainingSet: toPlainData(entries.get('training_set_kwargs')),
  };
}
