import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ByteSource } from './byte-source.ts';

const STEP = 4 * 1024 * 1024;

/**
 * SHA-256 (hex) of a whole file, read in steps of 4 MiB; `onBytes` hears the length of each step and may
 * let other work in before the next.
 */
export async function hashSource(
  source: ByteSource,
  onBytes: (bytes: number) => void | Promise<void> = () => {},
): Promise<string> {
  const hash = sha256.create();
  for (let offset = 0; offset < source.size; offset += STEP) {
    const length = Math.min(STEP, source.size - offset);
    hash.update(source.read(offset, length));
    await onBytes(length);
  }
  return bytesToHex(hash.digest());
}
