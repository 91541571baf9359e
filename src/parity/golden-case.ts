import { bytesSource } from '../checkpoints/byte-source.ts';
import { readSafetensors, type SafetensorsTensor } from '../checkpoints/safetensors.ts';
import { CytoForgeError } from '../errors.ts';

/** A folder of goldens, on disk or behind a server; paths may start with `../`. */
export interface GoldenFolder {
  list(): Promise<string[]>;
  read(path: string): Promise<Uint8Array>;
}

/** One case: its sidecar, and its tensors, which remember whether anybody looked at them. */
export interface GoldenCase {
  name: string;
  folder: GoldenFolder;
  /** The sidecar's `config`; each case knows its own shape. */
  config: Record<string, unknown>;
  /** The sidecar's `data`. */
  data: unknown;
  tensorNames(): string[];
  has(name: string): boolean;
  /** A tensor used as an input: counts as looked at. */
  input(name: string): SafetensorsTensor;
  /** A tensor without marking it; `CaseReport.compare` marks what it compares. */
  peek(name: string): SafetensorsTensor;
  used: Set<string>;
}

/** Reads sidecar and safetensors of `name`. */
export async function openGoldenCase(folder: GoldenFolder, name: string): Promise<GoldenCase> {
  const sidecar = JSON.parse(new TextDecoder().decode(await folder.read(`${name}.json`)));
  const file = sidecar.safetensors as string | undefined;
  const tensors = file
    ? readSafetensors(bytesSource(file, await folder.read(file)))
    : new Map<string, SafetensorsTensor>();
  const used = new Set<string>();
  const peek = (tensor: string): SafetensorsTensor => {
    const found = tensors.get(tensor);
    if (!found) {
      throw new CytoForgeError('missing-tensor', `${name} has no tensor ${tensor}.`);
    }
    return found;
  };
  return {
    name,
    folder,
    config: sidecar.config ?? {},
    data: sidecar.data,
    tensorNames: () => [...tensors.keys()],
    has: (tensor) => tensors.has(tensor),
    peek,
    input(tensor) {
      used.add(tensor);
      return peek(tensor);
    },
    used,
  };
}
