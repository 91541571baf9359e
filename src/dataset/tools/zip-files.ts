import type { ByteSource } from '../../checkpoints/byte-source.ts';
import { readZipDirectory } from '../../checkpoints/zip-directory.ts';
import { checkUnpackedSize, readZipEntry } from '../../checkpoints/zip-read.ts';
import type { SourceFile } from './picture-set.ts';

/**
 * The files of a ZIP, each unpacked when it is read: only the directory is in memory.
 * @throws CytoForgeError `refused-archive` for names with `..`, sizes that no picture packs to, encryption, and all
 * else that `readZipDirectory` refuses; `truncated` and `corrupt` for what is damaged.
 */
export function zipFiles(source: ByteSource): SourceFile[] {
  const entries = [...readZipDirectory(source).values()].filter(({ name }) => !name.endsWith('/'));
  checkUnpackedSize(source, entries);
  return entries.map((entry) => ({
    path: entry.name,
    // A copy: the source may use the memory again for what is read next.
    read: async () => readZipEntry(source, entry).slice(),
  }));
}
