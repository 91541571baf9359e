import type { SegmentStore } from '../../dataset/segment-store.ts';
import { readPrivateFile, removePrivate, writePrivateFile } from './private-folder.ts';

const NAME = /^(\d+)\.zip$/;

/** Finished parts of an export as files `0.zip`, `1.zip`, … of a private folder. */
export function segmentFolder(folder: FileSystemDirectoryHandle): SegmentStore {
  return {
    put: (index, bytes) => writePrivateFile(folder, `${index}.zip`, new Uint8Array(bytes)),
    async get(index) {
      const file = await readPrivateFile(folder, `${index}.zip`);
      return file && new Uint8Array(await file.arrayBuffer());
    },
    async list() {
      const numbers: number[] = [];
      for await (const name of folder.keys()) {
        const match = NAME.exec(name);
        if (match) numbers.push(Number(match[1]));
      }
      return numbers.sort((a, b) => a - b);
    },
    remove: (index) => removePrivate(folder, `${index}.zip`),
  };
}
