import type { Provenance } from '../checkpoints/bundle/manifest.ts';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { hashSource } from '../checkpoints/hash-source.ts';
import type { SnapshotNetwork } from '../checkpoints/snapshot-networks.ts';
import type { TensorRow } from '../checkpoints/tensor-rows.ts';

/** A file of a report. */
export interface InspectedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What `inspect` says about one model or file; printed as text or JSON. */
export interface InspectReport {
  kind: string;
  files: InspectedFile[];
  name?: string;
  /** Of a snapshot: which network this is, and which the file has. */
  network?: SnapshotNetwork;
  networks?: SnapshotNetwork[];
  /** Of a snapshot: the form it is stored in, and the classes of the network's modules. */
  modules?: { persistenceVersion: number; classes: string[] };
  config?: object;
  /** What the checkpoint says of its training: `training_set_kwargs`, or `opt.txt`. */
  training?: object;
  options?: object;
  /** Clusters per label. */
  styleClusters?: Record<string, number>;
  tensors?: TensorRow[];
  parameters?: number;
  provenance?: Provenance;
  /** What a safetensors file notes besides its tensors. */
  metadata?: Record<string, string>;
  error?: string;
}

/** The files of a report with their sizes and SHA-256. */
export async function inspectedFiles(sources: ByteSource[]): Promise<InspectedFile[]> {
  const files: InspectedFile[] = [];
  for (const source of sources) {
    files.push({ name: source.name, bytes: source.size, sha256: await hashSource(source) });
  }
  return files;
}
