import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { type GroupedFiles, groupFiles } from '../checkpoints/group-files.ts';
import { CytoForgeError, fromPlainError } from '../errors.ts';
import { type FileSource, fileSource } from './node-file-source.ts';

function expand(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(path, entry.name))
    .sort();
}

/** Opens files, and the files directly in folders, runs `use` on them and closes them. */
export async function withSources<T>(
  paths: string[],
  use: (sources: ByteSource[]) => T | Promise<T>,
): Promise<T> {
  const sources: FileSource[] = [];
  try {
    for (const path of paths.flatMap(expand)) sources.push(fileSource(path));
    if (sources.length === 0) {
      throw new CytoForgeError('io', 'There are no files.', {
        where: paths.join(', '),
        found: 'an empty folder',
        expected: 'checkpoint files',
        hint: 'Name the files, or the folder that they are in.',
      });
    }
    return await use(sources);
  } finally {
    for (const source of sources) source.close();
  }
}

/**
 * Recognises and groups opened files.
 * @throws CytoForgeError the error of the first file of `paths` itself that is of no use.
 */
export function groupNamedFiles(paths: string[], sources: ByteSource[]): GroupedFiles {
  const grouped = groupFiles(sources);
  const refused = grouped.others.find(
    ({ source, error }) => error !== undefined && paths.includes(source.name),
  );
  if (refused?.error) throw fromPlainError(refused.error);
  return grouped;
}

/**
 * Opens files, and the files directly in folders, recognises and groups them, runs `use` and closes them.
 * @throws CytoForgeError `io`, or the error of the first file named outright that is of no use.
 */
export function withModelFiles<T>(
  paths: string[],
  use: (grouped: GroupedFiles) => T | Promise<T>,
): Promise<T> {
  return withSources(paths, (sources) => use(groupNamedFiles(paths, sources)));
}
