import { readFileSync } from 'node:fs';
import type fc from 'fast-check';
import type { ByteSource } from '../byte-source.ts';
import { fixtureBytes } from '../fixtures/open-fixture.ts';
import {
  cellposeFile,
  cellposeTensors,
  SIZE_MODEL,
  sizeModelFile,
} from '../segmenters/fixtures/cellpose-files.ts';
import { hashedWeights } from '../segmenters/mesmer/fixtures/hashed-weights.ts';
import { NARROW_NUCLEI } from '../segmenters/mesmer/fixtures/narrow-configs.ts';
import { tfjsFiles } from '../tfjs/fixtures/tfjs-files.ts';
import { npyFile, safetensorsFile } from './array-files.ts';
import { changedFile } from './changed-files.ts';
import { pickleProgram, snapshotProgram } from './pickle-programs.ts';
import type { ReaderName } from './readers.ts';
import { changedManifest, optionsFile } from './text-files.ts';
import { torchStream } from './torch-streams.ts';
import { torchArchive, zipArchive } from './zip-archives.ts';

/** Inputs of one kind and the readers they are given to. */
export interface FuzzPlan {
  name: string;
  /** The file's name, as some are known by it. */
  file: string;
  bytes: fc.Arbitrary<Uint8Array>;
  readers: ReaderName[];
  /** Share of the runs: large files take longer. */
  weight: number;
}

const MANIFEST = new URL(
  '../../../public/models/stylegan3-t-nuclei-64/model.json',
  import.meta.url,
);

const MADE: FuzzPlan[] = [
  {
    name: 'pickle',
    file: 'a.pkl',
    bytes: pickleProgram,
    readers: ['pickle', 'dropped'],
    weight: 20,
  },
  { name: 'snapshot', file: 'a.pkl', bytes: snapshotProgram, readers: ['snapshot'], weight: 15 },
  { name: 'torch stream', file: 'a.pth', bytes: torchStream, readers: ['state dict'], weight: 15 },
  {
    name: 'torch zip',
    file: 'a.pth',
    bytes: torchArchive,
    readers: ['state dict', 'dropped'],
    weight: 15,
  },
  { name: 'zip', file: 'a.zip', bytes: zipArchive, readers: ['zip', 'npz', 'dropped'], weight: 15 },
  {
    name: 'npy',
    file: 'a.npy',
    bytes: npyFile,
    readers: ['npy', 'clusters', 'size model'],
    weight: 15,
  },
  {
    name: 'safetensors',
    file: 'a.safetensors',
    bytes: safetensorsFile,
    readers: ['safetensors'],
    weight: 15,
  },
  {
    name: 'options',
    file: 'opt.txt',
    bytes: optionsFile,
    readers: ['options', 'dropped'],
    weight: 5,
  },
];

const REAL: [file: string, weight: number, ...readers: ReaderName[]][] = [
  ['02_sg3_t32_cond.pkl', 1, 'snapshot'],
  ['02_sg2_g32_cond.pkl', 1, 'snapshot'],
  ['containers.p0.pkl', 5, 'pickle'],
  ['containers.p2.pkl', 5, 'pickle'],
  ['containers.p5.pkl', 5, 'pickle'],
  ['odd_tensors.zip.pth', 5, 'state dict'],
  ['odd_tensors.legacy.pth', 5, 'state dict'],
  ['global_net_G.legacy.pth', 3, 'generator', 'dropped'],
  ['global_net_G.zip.pth', 3, 'dropped'],
  ['local_batch_net_G.zip.pth', 3, 'dropped'],
  ['03_p2p_features_clustered_010.npy', 5, 'clusters'],
  ['03_p2p_features_clustered_010.proto2.npy', 5, 'clusters'],
  ['arrays.npz', 3, 'npz'],
  ['arrays_deflated.npz', 3, 'npz'],
  ['03_p2p_model.net_E.safetensors', 3, 'safetensors'],
  ['opt.txt', 5, 'options'],
];

function bytesOf(source: ByteSource): Uint8Array {
  return source.read(0, source.size);
}

function tfjsManifest(): unknown {
  const [manifest] = tfjsFiles(hashedWeights(NARROW_NUCLEI), { format: 'layers-model' });
  return JSON.parse(new TextDecoder().decode(manifest.read(0, manifest.size)));
}

/** Everything that is fuzzed: files made up by their grammar, and real ones with changes. */
export function fuzzPlans(): FuzzPlan[] {
  const manifest: unknown = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  return [
    ...MADE,
    {
      name: 'manifest',
      file: 'model.json',
      bytes: changedManifest(manifest),
      readers: ['dropped'],
      weight: 3,
    },
    {
      name: 'TensorFlow.js manifest',
      file: 'model.json',
      bytes: changedManifest(tfjsManifest()),
      readers: ['dropped'],
      weight: 3,
    },
    {
      name: 'Cellpose state dict',
      file: 'nucleitorch_0',
      bytes: changedFile(bytesOf(cellposeFile(cellposeTensors({ diam_mean: 17 })))),
      readers: ['segmenter', 'dropped'],
      weight: 3,
    },
    {
      name: 'Cellpose size model',
      file: 'size.npy',
      bytes: changedFile(bytesOf(sizeModelFile(SIZE_MODEL))),
      readers: ['size model', 'dropped'],
      weight: 5,
    },
    ...REAL.map(([file, weight, ...readers]): FuzzPlan => {
      const bytes = changedFile(fixtureBytes(file));
      return { name: file, file, bytes, readers, weight };
    }),
  ];
}
