import { fromPlainError } from '../../errors.ts';
import type { ByteSource } from '../byte-source.ts';
import { groupFiles, openModelFiles } from '../group-files.ts';
import { readNpy } from '../npy.ts';
import { openNpz } from '../npz.ts';
import { readOptions } from '../opt-txt.ts';
import { readPickle } from '../pickle/interpreter.ts';
import { openPix2PixHd } from '../pix2pixhd-checkpoint.ts';
import { toPlainData } from '../plain-data.ts';
import { readSafetensors } from '../safetensors.ts';
import { readCellposeSizeModel } from '../segmenters/cellpose-size-model.ts';
import { openSegmenterFile } from '../segmenters/open-segmenter-file.ts';
import { readStyleClusters } from '../style-clusters.ts';
import { SNAPSHOT_GLOBALS } from '../stylegan-globals.ts';
import { openStyleGanSnapshot } from '../stylegan-snapshot.ts';
import type { TensorSource } from '../tensor-source.ts';
import { openStateDict } from '../torch/state-dict.ts';
import { torchTensorSource } from '../torch/tensor-map.ts';
import { zipSources } from '../zip-read.ts';

function readAll(weights: TensorSource): void {
  for (const name of weights.names()) weights.read(name);
}

function openAsDropped(source: ByteSource): void {
  const { models, others } = groupFiles([source]);
  const failed = others.find(({ error }) => error)?.error;
  // The page shows these: they must be as good as thrown ones.
  if (failed) throw fromPlainError(failed);
  for (const model of models) if (model.kind !== 'bundle') openModelFiles(model);
}

/** Everything that reads a file of a person's, by a name for messages. */
export const READERS = {
  dropped: openAsDropped,
  pickle: (source) => {
    JSON.stringify(toPlainData(readPickle(source, SNAPSHOT_GLOBALS)));
  },
  snapshot: (source) => readAll(openStyleGanSnapshot(source).weights),
  'state dict': (source) => readAll(torchTensorSource(openStateDict(source))),
  generator: (source) => readAll(openPix2PixHd({ generator: source }).weights),
  npy: (source) => {
    readNpy(source);
  },
  clusters: (source) => {
    readStyleClusters(source);
  },
  'size model': (source) => {
    readCellposeSizeModel(source);
  },
  segmenter: (source) => readAll(openSegmenterFile(source).weights),
  npz: (source) => {
    const archive = openNpz(source);
    for (const name of archive.names()) archive.read(name);
  },
  zip: (source) => {
    zipSources(source);
  },
  safetensors: (source) => {
    readSafetensors(source);
  },
  options: (source) => {
    readOptions(source);
  },
} satisfies Record<string, (source: ByteSource) => void>;

export type ReaderName = keyof typeof READERS;
