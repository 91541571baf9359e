import { type Command, Option } from 'commander';
import { weightBytes } from '../checkpoints/bundle/bundle-tensors.ts';
import { expectedTensors } from '../checkpoints/bundle/expected-tensors.ts';
import type { Provenance } from '../checkpoints/bundle/manifest.ts';
import { discriminatorTensorShapes } from '../checkpoints/discriminator-tensors.ts';
import {
  type GroupedFiles,
  type ModelFiles,
  modelSources,
  openModelFiles,
} from '../checkpoints/group-files.ts';
import { hashSource } from '../checkpoints/hash-source.ts';
import { readOptions } from '../checkpoints/opt-txt.ts';
import type { RecognisedFile } from '../checkpoints/recognise.ts';
import { type SnapshotNetwork, snapshotNetworks } from '../checkpoints/snapshot-networks.ts';
import { readStyleClusters } from '../checkpoints/style-clusters.ts';
import { openStyleGanDiscriminator } from '../checkpoints/stylegan-discriminator.ts';
import { openStateDict } from '../checkpoints/torch/state-dict.ts';
import { CytoForgeError } from '../errors.ts';
import { withModelFiles } from './model-files.ts';

type StyleGanFiles = Extract<ModelFiles, { kind: 'stylegan' }>;

interface InspectOptions {
  network?: SnapshotNetwork;
  json?: boolean;
}

interface TensorRow {
  name: string;
  shape: number[];
  type: string;
}

/** What `inspect` says about one model or file; printed as text or JSON. */
export interface InspectReport {
  kind: string;
  files: { name: string; bytes: number; sha256: string }[];
  name?: string;
  /** Of a snapshot: which network this is, and which the file has. */
  network?: SnapshotNetwork;
  networks?: SnapshotNetwork[];
  config?: object;
  options?: Record<string, unknown>;
  /** Clusters per label. */
  styleClusters?: Record<string, number>;
  tensors?: TensorRow[];
  parameters?: number;
  provenance?: Provenance;
  error?: string;
}

function countNumbers(tensors: TensorRow[]): number {
  return tensors.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
}

function countClusters(clusters: Record<string, number[][]> | undefined) {
  if (!clusters) return undefined;
  return Object.fromEntries(Object.entries(clusters).map(([label, rows]) => [label, rows.length]));
}

async function filesOf(model: ModelFiles): Promise<InspectReport['files']> {
  const files: InspectReport['files'] = [];
  for (const source of modelSources(model)) {
    files.push({ name: source.name, bytes: source.size, sha256: await hashSource(source) });
  }
  return files;
}

function rowsOf(shapes: ReadonlyMap<string, number[]>): TensorRow[] {
  return [...shapes].map(([name, shape]) => ({ name, shape, type: 'float32' }));
}

async function inspectDiscriminator(model: StyleGanFiles): Promise<InspectReport> {
  const { config } = openStyleGanDiscriminator(model.snapshot);
  const tensors = rowsOf(discriminatorTensorShapes(config));
  return {
    kind: 'stylegan discriminator',
    files: await filesOf(model),
    network: 'D',
    networks: snapshotNetworks(model.snapshot),
    config,
    tensors,
    parameters: countNumbers(tensors),
  };
}

async function inspectModel(model: ModelFiles, network?: SnapshotNetwork): Promise<InspectReport> {
  if (model.kind === 'stylegan' && network === 'D') return inspectDiscriminator(model);
  const files = await filesOf(model);
  if (model.kind === 'bundle') {
    const { manifest } = model;
    const weights = manifest.weightsManifest.flatMap((group) => group.weights);
    const tensors = weights.map((entry) => {
      const half = weightBytes(entry) < weightBytes({ ...entry, quantization: undefined });
      return { name: entry.name, shape: entry.shape, type: half ? 'float16' : 'float32' };
    });
    const { name, config, provenance } = manifest;
    const clusters = 'styleClusters' in manifest ? manifest.styleClusters : undefined;
    const kind = `${manifest.architecture} bundle`;
    const parameters = countNumbers(tensors);
    const styleClusters = countClusters(clusters);
    return { kind, name, files, config, styleClusters, provenance, tensors, parameters };
  }
  const opened = openModelFiles(model, network === 'D' ? undefined : network);
  const tensors = rowsOf(expectedTensors(opened));
  return {
    kind: opened.architecture,
    files,
    network: opened.network,
    networks: model.kind === 'stylegan' ? snapshotNetworks(model.snapshot) : undefined,
    config: opened.config,
    styleClusters: countClusters(opened.styleClusters),
    tensors,
    parameters: countNumbers(tensors),
  };
}

async function inspectOther({ source, kind, error }: RecognisedFile): Promise<InspectReport> {
  const file = { name: source.name, bytes: source.size, sha256: await hashSource(source) };
  const report: InspectReport = { kind, files: [file], error: error?.message };
  if (kind === 'options') report.options = Object.fromEntries(readOptions(source));
  if (kind === 'style-clusters') report.styleClusters = countClusters(readStyleClusters(source));
  if (kind === 'pix2pixhd-encoder') {
    report.tensors = [...openStateDict(source)].map(([name, { shape, storage }]) => ({
      name,
      shape,
      type: storage.dtype,
    }));
    report.parameters = countNumbers(report.tensors);
  }
  return report;
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

function fieldLines(fields: object): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (Array.isArray(value) && value.every((item) => typeof item === 'object')) {
      return [`  ${key}:`, ...value.map((item) => `    ${JSON.stringify(item)}`)];
    }
    return [`  ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}

/** A report as lines of text. */
export function formatReport(report: InspectReport): string {
  const lines = [report.name ? `${report.kind}: ${report.name}` : report.kind];
  for (const { name, bytes, sha256 } of report.files) {
    lines.push(`  file ${name}  ${bytes} bytes  sha256 ${sha256}`);
  }
  if (report.network) {
    lines.push(`  network ${report.network} (the file has ${report.networks?.join(', ')})`);
  }
  if (report.error) lines.push(`  ${report.error}`);
  if (report.config) lines.push('configuration', ...fieldLines(report.config));
  if (report.options) lines.push('options', ...fieldLines(report.options));
  if (report.styleClusters)
    lines.push('style clusters by label', ...fieldLines(report.styleClusters));
  if (report.provenance) lines.push('provenance', ...fieldLines(report.provenance));
  if (report.tensors) {
    lines.push(`tensors (${report.tensors.length}, ${report.parameters} numbers)`);
    const width = Math.max(...report.tensors.map(({ name }) => name.length));
    for (const { name, shape, type } of report.tensors) {
      lines.push(`  ${name.padEnd(width)}  ${type.padEnd(8)}  [${shape.join(', ')}]`);
    }
  }
  return lines.join('\n');
}

/** Adds `inspect FILE… [--network NAME] [--json]`. Errors are thrown as `CytoForgeError`. */
export function registerInspect(program: Command): void {
  program
    .command('inspect')
    .description('say what checkpoint files are: architecture, options, tensors, provenance')
    .argument('<file...>', 'checkpoint files, bundles, or folders of them')
    .addOption(
      new Option(
        '--network <name>',
        'network of a StyleGAN snapshot (default: G_ema, or G where that is missing)',
      ).choices(['G_ema', 'G', 'D']),
    )
    .option('--json', 'print JSON')
    .action(async (paths: string[], options: InspectOptions) => {
      const inspect = (grouped: GroupedFiles) => inspectFiles(grouped, options.network);
      const reports = await withModelFiles(paths, inspect);
      const text = options.json
        ? JSON.stringify(reports, null, 1)
        : reports.map(formatReport).join('\n\n');
      process.stdout.write(`${text}\n`);
    });
}
