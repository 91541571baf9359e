import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import { readStoredModule, type StoredModule } from './persistent-module.ts';
import { readPickle } from './pickle/interpreter.ts';
import { asRecord, describeValue, type PickleDict, showKey } from './pickle/values.ts';
import { type PlainData, toPlainData } from './plain-data.ts';
import { SNAPSHOT_GLOBALS } from './stylegan-globals.ts';

/** A snapshot's generators: the averaged one, and the one in training. */
export type SnapshotGenerator = 'G_ema' | 'G';

/** A snapshot's networks; D is the discriminator. */
export type SnapshotNetwork = SnapshotGenerator | 'D';

const NETWORKS: readonly SnapshotNetwork[] = ['G_ema', 'G', 'D'];

/** One network of a snapshot, still as modules. */
export interface StoredNetwork {
  network: SnapshotNetwork;
  module: StoredModule;
  /** `training_set_kwargs`, null where the file has none. */
  trainingSet: PlainData;
}

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

function holds({ entries }: PickleDict, network: SnapshotNetwork): boolean {
  return (entries.get(network) ?? null) !== null;
}

/**
 * Which networks a snapshot has.
 * @throws CytoForgeError what reading a pickle throws; `wrong-architecture` when it is no snapshot.
 */
export function snapshotNetworks(source: ByteSource): SnapshotNetwork[] {
  const dict = readSnapshotDict(source);
  return NETWORKS.filter((network) => holds(dict, network));
}

/**
 * Reads one network of a snapshot.
 * @param wanted where it is not said, the averaged generator, or if there is none, the one in training
 * @throws CytoForgeError what reading a pickle throws; `wrong-architecture` when it is not there.
 */
export function readSnapshotNetwork(
  source: ByteSource,
  wanted: SnapshotNetwork | undefined,
): StoredNetwork {
  const dict = readSnapshotDict(source);
  const network = wanted ?? (!holds(dict, 'G_ema') && holds(dict, 'G') ? 'G' : 'G_ema');
  if (!holds(dict, network)) {
    const keys = [...dict.entries.keys()].slice(0, 10).map(showKey).join(', ');
    throw new CytoForgeError('wrong-architecture', `${source.name} has no ${network}.`, {
      where: network,
      found: keys === '' ? 'an empty dict' : `only ${keys}`,
      expected: 'a StyleGAN snapshot with G, D and G_ema',
      hint: 'Choose a network-snapshot .pkl of the StyleGAN3 repository.',
    });
  }
  return {
    network,
    module: readStoredModule(source, dict.entries.get(network), ''),
    trainingSet: toPlainData(dict.entries.get('training_set_kwargs')),
  };
}
