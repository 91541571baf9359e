import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Opens files, and the files directly in folders, recognises and groups them, runs `use` and closes them.
 * @throws CytoForgeError `io`, or the error of the first file named outright that is of no use.
 */
export async function withModelFiles<T>(
  paths: string[],
  use: (grouped: GroupedFiles) => T | Promise<T>,
): Promise<T> {
  const sources: FileSource[] = [];
  try {
    for (const path of paths.flatMap(expand)) sources.push(fileSource(path));
    if (sources.length === 0) {
      throw new CytoForgeError('io', 'There are no files.', { found: paths.join(', ') });
    }
    const grouped = groupFiles(sources);
    const refused = grouped.others.find(
      ({ source, error }) => error !== undefined && paths.includes(source.name),
    );
    if (refused?.error) throw fromPlainError(refused.error);
    return await use(grouped);
  } finally {
    for (const source of sources) source.close();
  }
}
