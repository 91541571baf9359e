import type { SafetensorsTensor } from '../checkpoints/safetensors.ts';
import { CytoForgeError } from '../errors.ts';
import type { GoldenFolder } from './golden-case.ts';

/** For tests: the bytes of a safetensors file. */
export function writeSafetensors(tensors: Record<string, SafetensorsTensor>): Uint8Array {
  const header: Record<string, unknown> = {};
  let end = 0;
  for (const [name, { dtype, shape, data }] of Object.entries(tensors)) {
    header[name] = { dtype, shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  let at = 8 + json.length;
  for (const { data } of Object.values(tensors)) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

/** For tests: a golden folder in memory; what is not bytes is stored as JSON. */
export function memoryGoldenFolder(files: Record<string, unknown>): GoldenFolder {
  return {
    list: async () => Object.keys(files),
    async read(path) {
      const file = files[path];
      if (file === undefined) throw new CytoForgeError('io', `There is no ${path}.`);
      if (file instanceof Uint8Array) return file;
      return new TextEncoder().encode(JSON.stringify(file));
    },
  };
}
