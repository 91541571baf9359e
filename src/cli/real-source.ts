import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { RealFolder } from '../dataset/real/real-set.ts';
import { zipFolder } from '../dataset/real/zip-folder.ts';
import { readError } from './io-error.ts';
import { fileSource } from './node-file-source.ts';

async function folderAt(path: string): Promise<RealFolder> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const start = path.length + (path.endsWith(sep) ? 0 : 1);
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(start));
  return {
    name: basename(path),
    names: names.map((name) => name.split(sep).join('/')).sort(),
    read: async (name) => new Uint8Array(await readFile(join(path, name))),
  };
}

/**
 * The files of a set with truth: a folder, or a ZIP whose entries are read one by one.
 * @throws CytoForgeError `io` for what is not there; `refused-archive`, `corrupt`, `truncated` for a bad ZIP.
 */
export async function realFolderAt(path: string): Promise<RealFolder> {
  const found = await stat(path).catch((cause) => {
    throw readError(path, cause);
  });
  return found.isDirectory() ? folderAt(path) : zipFolder(fileSource(path), basename(path));
}
