import type { ByteSource } from '../../checkpoints/byte-source.ts';
import { readZipDirectory } from '../../checkpoints/zip-directory.ts';
import { checkUnpackedSize, readZipEntry } from '../../checkpoints/zip-read.ts';
import type { RealFolder } from './real-set.ts';

/**
 * The files of an archive as those of a folder; each is unpacked when it is read.
 * @throws CytoForgeError as `readZipDirectory` does, and `refused-archive` for more data than the archive can hold.
 */
export function zipFolder(source: ByteSource, name: string): RealFolder {
  const entries = readZipDirectory(source);
  checkUnpackedSize(source, entries.values());
  return {
    name,
    names: [...entries.keys()].filter((each) => !each.endsWith('/')),
    read(each) {
      const entry = entries.get(each);
      return entry ? readZipEntry(source, entry) : new Uint8Array();
    },
  };
}
