import { type ByteSource, bytesSource } from '../checkpoints/byte-source.ts';
import { recogniseFile } from '../checkpoints/recognise.ts';
import { readZipDirectory } from '../checkpoints/zip-directory.ts';
import { readZipEntry } from '../checkpoints/zip-read.ts';
import { CytoForgeError } from '../errors.ts';

/** A bundle larger than this is no model that a page can run. */
const LARGEST_UNPACKED = 2 ** 31;

function unpack(archive: ByteSource): ByteSource[] {
  const entries = [...readZipDirectory(archive).values()].filter(({ name }) => !name.endsWith('/'));
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > LARGEST_UNPACKED) {
    throw new CytoForgeError('refused-archive', `${archive.name} was refused.`, {
      found: `${size} bytes unpacked`,
      expected: `at most ${LARGEST_UNPACKED} bytes`,
    });
  }
  return entries.map((entry) =>
    bytesSource(`${archive.name}/${entry.name}`, readZipEntry(archive, entry)),
  );
}

/**
 * Puts the files of a model bundle's ZIP in its place; other files stay as they are.
 * @throws CytoForgeError `refused-archive` or `corrupt`.
 */
export function expandArchives(sources: ByteSource[]): ByteSource[] {
  return sources.flatMap((source) =>
    recogniseFile(source).kind === 'archive' ? unpack(source) : [source],
  );
}
