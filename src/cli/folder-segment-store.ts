import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentStore } from '../dataset/segment-store.ts';
import { ioError } from './io-error.ts';

/** Parts of an export as files `000000.zip` of a folder, which is made when the first one comes. */
export function folderSegmentStore(folder: string): SegmentStore {
  const pathOf = (index: number) => join(folder, `${String(index).padStart(6, '0')}.zip`);
  return {
    async put(index, bytes) {
      const path = pathOf(index);
      try {
        await mkdir(folder, { recursive: true });
        // A part is there whole or not at all.
        await writeFile(`${path}.part`, bytes);
        await rename(`${path}.part`, path);
      } catch (cause) {
        throw ioError(path, cause);
      }
    },
    get: (index) => readFile(pathOf(index)).catch(() => null),
    async list() {
      const names = await readdir(folder).catch(() => []);
      return names
        .filter((name) => /^\d{6}\.zip$/.test(name))
        .map((name) => Number.parseInt(name, 10))
        .sort((a, b) => a - b);
    },
    remove: (index) => rm(pathOf(index), { force: true }),
  };
}
