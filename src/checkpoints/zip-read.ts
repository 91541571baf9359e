import { inflateSync } from 'fflate';
import { CytoForgeError } from '../errors.ts';
import { type ByteSource, bytesSource, sliceSource } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { readZipDirectory, type ZipEntry, zipDataOffset } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;
/** Weights and masks pack at best a hundred to one. */
const LARGEST_RATIO = 100;
/** So much may be unpacked whatever the ratio: a short file of zeros is no bomb. */
const FREE_BYTES = 64 * 1024 * 1024;
const LARGEST_ENTRY = 1024 * 1024 * 1024;
/** A bundle has a shard for every 4 MiB. */
const MOST_FILES = 4096;

function refuse(source: ByteSource, entry: ZipEntry, found: string, expected: string) {
  return new CytoForgeError('refused-archive', `${source.name} was refused.`, {
    where: entry.name,
    found,
    expected,
    hint: 'Pack the files again with an ordinary ZIP program.',
  });
}

/** Bytes that all deflated files of an archive may have together: 64 MiB and a hundred times its size. */
export function mostUnpacked(source: ByteSource): number {
  return FREE_BYTES + LARGEST_RATIO * source.size;
}

/**
 * The bytes of one file of an archive, checked against its CRC-32.
 * @throws CytoForgeError `refused-archive` for sizes that cannot be, `unsupported` for other methods,
 * `corrupt` when the data is damaged.
 */
export function readZipEntry(source: ByteSource, entry: ZipEntry): Uint8Array {
  const most = Math.min(LARGEST_ENTRY, mostUnpacked(source));
  if (entry.size > most) {
    throw refuse(source, entry, `${entry.size} bytes unpacked`, `at most ${most} bytes`);
  }
  const offset = zipDataOffset(source, entry);
  const data = source.read(offset, entry.compressedSize);
  const bytes = unpack(source, entry, data);
  if (crc32(bytes) !== entry.crc32) {
    throw new CytoForgeError('corrupt', `${source.name} is a damaged ZIP archive.`, {
      where: entry.name,
      found: 'another checksum',
      expected: 'the checksum in the directory',
      hint: 'Copy or download the file again.',
    });
  }
  return bytes;
}

function unpack(source: ByteSource, entry: ZipEntry, data: Uint8Array): Uint8Array {
  if (entry.method === STORED) {
    if (entry.size === entry.compressedSize) return data;
    throw refuse(source, entry, `${entry.compressedSize} bytes`, `${entry.size} stored bytes`);
  }
  if (entry.method !== DEFLATED) {
    throw new CytoForgeError('unsupported', `${source.name} uses another compression.`, {
      where: entry.name,
      found: `method ${entry.method}`,
      expected: 'stored or deflated',
      hint: 'Pack the files again with an ordinary ZIP program.',
    });
  }
  try {
    // A fixed output buffer: what does not fit is dropped, and the checksum then tells.
    return inflateSync(data, { out: new Uint8Array(entry.size) });
  } catch (cause) {
    const details = {
      where: entry.name,
      found: 'damaged deflate data',
      expected: 'deflate data',
      hint: 'Copy or download the file again.',
    };
    throw new CytoForgeError('corrupt', `${source.name} is damaged.`, details, cause);
  }
}

/** @throws CytoForgeError `refused-archive` when all deflated files together are more than can be. */
export function checkUnpackedSize(source: ByteSource, entries: Iterable<ZipEntry>): void {
  const most = mostUnpacked(source);
  let unpacked = 0;
  for (const entry of entries) {
    unpacked += entry.method === STORED ? 0 : entry.size;
    if (unpacked <= most) continue;
    throw refuse(source, entry, `${unpacked} bytes unpacked`, `at most ${most} bytes`);
  }
}

/**
 * The files of an archive as sources, named `archive/file`: stored ones are windows of the archive,
 * deflated ones are unpacked into memory.
 * @throws CytoForgeError as `readZipDirectory` and `readZipEntry`.
 */
export function zipSources(source: ByteSource): ByteSource[] {
  const entries = [...readZipDirectory(source).values()].filter(({ name }) => !name.endsWith('/'));
  if (entries.length > MOST_FILES) {
    throw refuse(source, entries[0], `${entries.length} files`, `at most ${MOST_FILES} files`);
  }
  checkUnpackedSize(source, entries);
  return entries.map((entry) => {
    const name = `${source.name}/${entry.name}`;
    if (entry.method === STORED && entry.size === entry.compressedSize) {
      return sliceSource(source, zipDataOffset(source, entry), entry.size, name);
    }
    return bytesSource(name, readZipEntry(source, entry));
  });
}
