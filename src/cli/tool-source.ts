import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { SourceFile } from '../dataset/tools/picture-set.ts';
import { zipFiles } from '../dataset/tools/zip-files.ts';
import { CytoForgeError } from '../errors.ts';
import { readError } from './io-error.ts';
import { type FileSource, fileSource } from './node-file-source.ts';

/** The files of folders, archives and single files, and what has to be closed after they were read. */
export interface ToolSource {
  files: SourceFile[];
  close(): void;
}

function fileOnDisk(path: string, name: string): SourceFile {
  return {
    path: name.split(sep).join('/'),
    async read() {
      const bytes = await readFile(path).catch((cause) => {
        throw readError(path, cause);
      });
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}

async function filesOfFolder(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return fileOnDisk(path, relative(folder, path));
    });
}

/**
 * Opens what a tool works on.
 * @throws CytoForgeError `io` for what is not there; `refused-archive`, `corrupt`, `truncated` for a bad ZIP.
 */
export async function openToolSource(paths: readonly string[]): Promise<ToolSource> {
  const archives: FileSource[] = [];
  const close = () => {
    for (const archive of archives) archive.close();
  };
  const parts: { name: string; files: SourceFile[] }[] = [];
  try {
    for (const path of paths) {
      const found = await stat(path).catch((cause) => {
        throw readError(path, cause);
      });
      if (found.isDirectory()) {
        parts.push({ name: basename(path), files: await filesOfFolder(path) });
      } else if (/\.zip$/i.test(path)) {
        const archive = fileSource(path);
        archives.push(archive);
        parts.push({ name: basename(path).replace(/\.zip$/i, ''), files: zipFiles(archive) });
      } else {
        parts.push({ name: '', files: [fileOnDisk(path, basename(path))] });
      }
    }
  } catch (error) {
    close();
    throw error;
  }
  const [only] = parts;
  if (parts.length === 1) return { files: only.files, close };
  const inFolder = (name: string) => (file: SourceFile) =>
    name === '' ? file : { ...file, path: `${name}/${file.path}` };
  const files = parts.flatMap(({ name, files }) => files.map(inFolder(name)));
  const names = new Set(files.map(({ path }) => path));
  if (names.size === files.length) return { files, close };
  close();
  throw new CytoForgeError('bad-option', 'Two sources have the same name.', {
    found: parts.map(({ name }) => name).join(', '),
    hint: 'Put them in one folder, or rename one.',
  });
}
