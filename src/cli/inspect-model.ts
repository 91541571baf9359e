import type { ByteSource } from '../checkpoints/byte-source.ts';
import {
  type GroupedFiles,
  type ModelFiles,
  modelSources,
  openModelFiles,
} from '../checkpoints/group-files.ts';
import { type Options, readOptions } from '../checkpoints/opt-txt.ts';
import { collectTensors, type StoredModule } from '../checkpoints/persistent-module.ts';
import type { Pix2PixHdFiles } from '../checkpoints/pix2pixhd-checkpoint.ts';
import type { RecognisedFile } from '../checkpoints/recognise.ts';
import { openSegmenterFile } from '../checkpoints/segmenters/open-segmenter-file.ts';
import {
  readSnapshotNetwork,
  type SnapshotNetwork,
  snapshotNetworks,
} from '../checkpoints/snapshot-networks.ts';
import { readStyleClusters, type StyleClusters } from '../checkpoints/style-clusters.ts';
import { openStyleGanDiscriminator } from '../checkpoints/stylegan-discriminator.ts';
import { bundleRows, countNumbers, type TensorRow, torchRows } from '../checkpoints/tensor-rows.ts';
import { openStateDict } from '../checkpoints/torch/state-dict.ts';
import { CytoForgeError, describeError, fromPlainError } from '../errors.ts';
import { type InspectReport, inspectedFiles } from './inspect-report.ts';

type BundleFiles = Extract<ModelFiles, { kind: 'bundle' }>;
type StyleGanFiles = Extract<ModelFiles, { kind: 'stylegan' }>;
type TfjsFiles = Extract<ModelFiles, { kind: 'tfjs' }>;

function countClusters(clusters: StyleClusters | undefined) {
  if (!clusters) return undefined;
  return Object.fromEntries(Object.entries(clusters).map(([label, rows]) => [label, rows.length]));
}

function table(tensors: TensorRow[]): Pick<InspectReport, 'tensors' | 'parameters'> {
  return { tensors, parameters: countNumbers(tensors) };
}

/** `opt.txt` as JSON can hold it: it has infinities. */
function plainOptions(options: Options): object {
  return Object.fromEntries(
    [...options].map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
    ]),
  );
}

async function inspectBundle(model: BundleFiles): Promise<InspectReport> {
  const { manifest } = model;
  const { name, config, provenance } = manifest;
  const clusters = 'styleClusters' in manifest ? manifest.styleClusters : undefined;
  return {
    kind: `${manifest.architecture} bundle`,
    name,
    files: await inspectedFiles(modelSources(model)),
    config,
    styleClusters: countClusters(clusters),
    provenance,
    ...table(bundleRows(manifest)),
  };
}

function classesOf(module: StoredModule, found = new Set<string>()): Set<string> {
  found.add(module.className);
  for (const child of module.modules.values()) classesOf(child, found);
  return found;
}

async function inspectSnapshot(
  model: StyleGanFiles,
  wanted: SnapshotNetwork | undefined,
): Promise<InspectReport> {
  const { snapshot } = model;
  const opened =
    wanted === 'D'
      ? { architecture: 'stylegan discriminator', ...openStyleGanDiscriminator(snapshot) }
      : openModelFiles(model, wanted);
  const { network, module, trainingSet } = readSnapshotNetwork(snapshot, wanted);
  return {
    kind: opened.architecture,
    files: await inspectedFiles([snapshot]),
    network,
    networks: snapshotNetworks(snapshot),
    modules: { persistenceVersion: module.persistenceVersion, classes: [...classesOf(module)] },
    config: opened.config,
    training: typeof trainingSet === 'object' ? (trainingSet ?? undefined) : undefined,
    ...table(torchRows(collectTensors(module))),
  };
}

async function inspectPix2PixHd(files: Pix2PixHdFiles): Promise<InspectReport> {
  const { generator, encoder, options } = files;
  const opened = openModelFiles({ kind: 'pix2pixhd', files });
  const clusters = 'styleClusters' in opened ? opened.styleClusters : undefined;
  return {
    kind: 'pix2pixhd',
    files: await inspectedFiles(modelSources({ kind: 'pix2pixhd', files })),
    config: opened.config,
    options: options && plainOptions(readOptions(options)),
    styleClusters: countClusters(clusters),
    ...table([
      ...torchRows(openStateDict(generator), 'G.'),
      ...(encoder ? torchRows(openStateDict(encoder), 'E.') : []),
    ]),
  };
}

async function inspectSegmenter(weights: ByteSource): Promise<InspectReport> {
  const { architecture, config } = openSegmenterFile(weights);
  return {
    kind: architecture,
    files: await inspectedFiles([weights]),
    config,
    ...table(torchRows(openStateDict(weights))),
  };
}

async function inspectTfjs(model: TfjsFiles): Promise<InspectReport> {
  const { architecture, config } = openModelFiles(model);
  const weights = model.manifest.groups.flatMap((group) => group.weights);
  const rows = weights.map(({ name, shape, dtype, quantization }) => ({
    name,
    type: quantization ? `${dtype} as ${quantization.dtype}` : dtype,
    shape,
  }));
  return {
    kind: `${architecture} of TensorFlow.js`,
    files: await inspectedFiles(modelSources(model)),
    config,
    ...table(rows),
  };
}

function inspectModel(
  model: ModelFiles,
  network: SnapshotNetwork | undefined,
): Promise<InspectReport> {
  if (model.kind === 'bundle') return inspectBundle(model);
  if (model.kind === 'stylegan') return inspectSnapshot(model, network);
  if (model.kind === 'segmenter') return inspectSegmenter(model.weights);
  if (model.kind === 'tfjs') return inspectTfjs(model);
  return inspectPix2PixHd(model.files);
}

async function inspectOther({ source, kind, error }: RecognisedFile): Promise<InspectReport> {
  const files = await inspectedFiles([source]);
  const said = error && describeError(fromPlainError(error));
  const report: InspectReport = { kind, files, error: said };
  if (kind === 'options') report.options = plainOptions(readOptions(source));
  if (kind === 'style-clusters') report.styleClusters = countClusters(readStyleClusters(source));
  if (kind !== 'pix2pixhd-encoder') return report;
  return { ...report, ...table(torchRows(openStateDict(source))) };
}

/**
 * Reports on every model and every other file of a set.
 * @param network of StyleGAN snapshots; a generator unless told
 * @throws CytoForgeError `bad-option` when a network is asked for and there is no snapshot.
 */
export async function inspectFiles(
  grouped: GroupedFiles,
  network?: SnapshotNetwork,
): Promise<InspectReport[]> {
  if (network && !grouped.models.some(({ kind }) => kind === 'stylegan')) {
    throw new CytoForgeError('bad-option', 'Only StyleGAN snapshots hold several networks.', {
      found: `--network ${network}`,
      expected: 'a StyleGAN .pkl',
    });
  }
  const reports: InspectReport[] = [];
  for (const model of grouped.models) reports.push(await inspectModel(model, network));
  for (const file of grouped.others) reports.push(await inspectOther(file));
  return reports;
}
