import type { ByteSource } from '../checkpoints/byte-source.ts';
import type { RealFolder } from '../dataset/real/real-set.ts';
import { zipFolder } from '../dataset/real/zip-folder.ts';
import type { DroppedFile } from './tools/open-files.ts';

/**
 * What was dropped as a folder: the files of an archive, or those that were dropped.
 * @param sourceOf Reads an archive piece by piece.
 * @throws CytoForgeError as `zipFolder`.
 */
export function realFolderOf(
  files: readonly DroppedFile[],
  name: string,
  sourceOf: (file: Blob, name: string) => ByteSource,
): RealFolder {
  const [first] = files;
  if (files.length === 1 && /\.zip$/i.test(first.path)) {
    return zipFolder(sourceOf(first.file, name), name);
  }
  const byPath = new Map(files.map(({ file, path }) => [path, file]));
  const read = async (path: string) =>
    new Uint8Array((await byPath.get(path)?.arrayBuffer()) ?? new ArrayBuffer(0));
  return { name, names: [...byPath.keys()], read };
}
