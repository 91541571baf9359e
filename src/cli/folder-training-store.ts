import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainingStore } from '../training/training-store.ts';
import { ioError } from './io-error.ts';

/** The files of a training in a folder, which is made when the first one comes. */
export function folderTrainingStore(folder: string): TrainingStore {
  const attempt = async (path: string, write: () => Promise<void>) => {
    try {
      await mkdir(folder, { recursive: true });
      await write();
    } catch (cause) {
      throw ioError(path, cause);
    }
  };
  return {
    async read(name) {
      const bytes = await readFile(join(folder, name)).catch(() => null);
      return bytes && new Uint8Array(bytes);
    },
    replace(name, bytes) {
      const path = join(folder, name);
      return attempt(path, async () => {
        await writeFile(`${path}.part`, bytes);
        await rename(`${path}.part`, path);
      });
    },
    append(name, text) {
      const path = join(folder, name);
      return attempt(path, () => appendFile(path, text));
    },
  };
}
