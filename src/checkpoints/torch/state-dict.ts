import { CytoForgeError } from '../../errors.ts';
import type { ByteSource } from '../byte-source.ts';
import { readPickle } from '../pickle/interpreter.ts';
import type { TorchTensor } from '../pickle/torch-records.ts';
import { asRecord, describeValue } from '../pickle/values.ts';

import { SNAPSHOT_GLOBALS } from '../stylegan-globals.ts';
import { isLegacyStream, readLegacyStream } from './legacy.ts';
import { readTorchZip } from './zip.ts';

const ZIP_HEAD = [0x50, 0x4b, 0x03, 0x04];

/** Whether a source begins like a ZIP archive. */
export function isZip(source: ByteSource): boolean {
  if (source.size < ZIP_HEAD.length) return false;
  const head = source.read(0, ZIP_HEAD.length);
  return ZIP_HEAD.every((byte, i) => head[i] === byte);
}

/**
 * Opens a `.pth` (or a plain pickle) that holds a state dict, in the ZIP form or the older one.
 * @returns its tensors by name; their data is still in the file.
 * @throws CytoForgeError `not-a-checkpoint`, `unsafe-pickle`, `truncated`, `corrupt`, `refused-archive`,
 * `unsupported`, or `wrong-architecture` when it holds something else.
 */
export function openStateDict(source: ByteSource): Map<string, TorchTensor> {
  let root: ReturnType<typeof readPickle>;
  if (isZip(source)) root = readTorchZip(source);
  else if (isLegacyStream(source)) root = readLegacyStream(source);
  else root = readPickle(source, SNAPSHOT_GLOBALS);
  const entries = asRecord(root, 'dict')?.entries;
  const tensors = new Map<string, TorchTensor>();
  for (const [key, value] of entries ?? []) {
    const tensor = asRecord(value, 'tensor');
    if (typeof key === 'string' && tensor) tensors.set(key, tensor);
  }
  if (tensors.size === 0) {
    const snapshot = entries?.has('G_ema') || entries?.has('D');
    const found = snapshot ? 'a StyleGAN snapshot' : 'a dict without tensors';
    throw new CytoForgeError('wrong-architecture', `${source.name} holds no state dict.`, {
      where: 'its outermost value',
      found: entries ? found : describeValue(root),
      expected: 'a dict of tensors',
      hint: 'Save the state_dict() of one network.',
    });
  }
  return tensors;
}
