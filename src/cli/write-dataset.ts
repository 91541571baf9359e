import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DatasetEntry, writeZip } from '../dataset/zip-writer.ts';
import { CytoForgeError } from '../errors.ts';
import { ioError } from './io-error.ts';

/** A data set on its way to disk, under a name of its own until it is whole. */
export interface DatasetTarget {
  /** Where it will be. */
  path: string;
  /** Writes everything and gives the set its name. @throws CytoForgeError `io`, `no-space`. */
  write(entries: AsyncIterable<DatasetEntry>): Promise<void>;
  /** Removes what was begun. */
  discard(): Promise<void>;
}

function zipTarget(path: string): DatasetTarget {
  const unfinished = `${path}.part`;
  return {
    path,
    async write(entries) {
      const chunks = Readable.from(writeZip(entries), { objectMode: false });
      await pipeline(chunks, createWriteStream(unfinished));
      await rename(unfinished, path);
    },
    discard: () => rm(unfinished, { force: true }),
  };
}

function folderTarget(path: string): DatasetTarget {
  const unfinished = `${path}.part`;
  return {
    path,
    async write(entries) {
      await rm(unfinished, { recursive: true, force: true });
      for await (const { name, data } of entries) {
        const file = join(unfinished, name);
        await mkdir(dirname(file), { recursive: true });
        if (data instanceof Uint8Array) await writeFile(file, data);
        else await pipeline(Readable.from(data), createWriteStream(file));
      }
      await rm(path, { recursive: true, force: true });
      await rename(unfinished, path);
    },
    discard: () => rm(unfinished, { recursive: true, force: true }),
  };
}

/**
 * Where a data set goes: a `.zip` file, else a folder, which must be empty or absent.
 * The folder around it is made when only that one is missing.
 * @throws CytoForgeError `bad-option` when the folder has something in it, `io` when the place cannot be used.
 */
export async function datasetTarget(out: string): Promise<DatasetTarget> {
  const path = resolve(out);
  const isZip = /\.zip$/i.test(path);
  const inside = await readdir(path).catch(() => null);
  if (inside && (isZip || inside.length > 0)) {
    throw new CytoForgeError('bad-option', '--out cannot be written.', {
      where: out,
      found: isZip ? 'a folder of that name' : `a folder with ${inside.length} files in it`,
      expected: isZip ? 'a file name ending in .zip' : 'an empty or absent folder',
    });
  }
  await mkdir(dirname(path)).catch((cause) => {
    if (cause.code !== 'EEXIST') throw ioError(path, cause);
  });
  const target = isZip ? zipTarget(path) : folderTarget(path);
  return {
    ...target,
    async write(entries) {
      await target.write(entries).catch((cause) => {
        throw ioError(path, cause);
      });
    },
  };
}
