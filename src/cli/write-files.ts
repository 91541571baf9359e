import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ioError } from './io-error.ts';

/**
 * Writes a file of a folder, which is made with those around it when it is missing.
 * @throws CytoForgeError `io`, `no-space`.
 */
export async function writeInto(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  } catch (cause) {
    throw ioError(path, cause);
  }
}
