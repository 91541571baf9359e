import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CytoForgeError } from '../errors.ts';
import type { GoldenFolder } from '../parity/golden-case.ts';

/**
 * A folder of goldens or demo checkpoints on disk; `list` gives the files of the folder and of its
 * subfolders, one level deep, with `/` between.
 */
export function goldenDirectory(directory: string): GoldenFolder {
  return {
    async list() {
      try {
        const entries = await readdir(directory, { withFileTypes: true });
        const nested = entries
          .filter((entry) => entry.isDirectory())
          .map(async ({ name }) =>
            (await readdir(join(directory, name), { withFileTypes: true }))
              .filter((entry) => entry.isFile())
              .map((entry) => `${name}/${entry.name}`),
          );
        const own = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
        return [...own, ...(await Promise.all(nested)).flat()].sort();
      } catch (cause) {
        throw new CytoForgeError(
          'io',
          'The folder cannot be read.',
          { where: directory, expected: 'a folder of golden cases or demo checkpoints' },
          cause,
        );
      }
    },
    async read(path) {
      try {
        return new Uint8Array(await readFile(join(directory, path)));
      } catch (cause) {
        const where = join(directory, path);
        throw new CytoForgeError('io', 'A file of the folder cannot be read.', { where }, cause);
      }
    },
  };
}
