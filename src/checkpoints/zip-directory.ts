import { assertRange, type ByteSource } from './byte-source.ts';
import { damagedZip, findZipDirectory, refuseZip, viewOf, zip64Number } from './zip-end.ts';

/** One file of a ZIP archive, still in it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  compressedSize: number;
  size: number;
  crc32: number;
  /** Where the local header is. */
  headerOffset: number;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const MOST_ENTRIES = 1_000_000;
const UNKNOWN_32 = 0xffffffff;
const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 1;

/** Replaces the fields that did not fit 32 bits by those of the ZIP64 extra field. */
function applyZip64(source: ByteSource, entry: ZipEntry, extra: DataView): void {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const id = extra.getUint16(at, true);
    const end = at + 4 + extra.getUint16(at + 2, true);
    if (end > extra.byteLength) return;
    if (id === 1) {
      let field = at + 4;
      for (const key of ['size', 'compressedSize', 'headerOffset'] as const) {
        if (entry[key] !== UNKNOWN_32) continue;
        if (field + 8 > end) return;
        // Only what is unpacked may be larger than the file; how much so, reading it decides.
        const most = key === 'size' ? Number.MAX_SAFE_INTEGER : source.size;
        entry[key] = zip64Number(source, extra, field, most);
        field += 8;
      }
    }
    at = end;
  }
}

function checkName(source: ByteSource, name: string, where: string): void {
  const parts = name.split(/[\\/]/);
  if (
    name === '' ||
    name.includes('\0') ||
    /^([\\/]|[a-zA-Z]:)/.test(name) ||
    parts.includes('..')
  ) {
    const found = `an entry named ${JSON.stringify(name.slice(0, 200))}`;
    throw refuseZip(source, where, found, 'names inside the archive');
  }
}

function readEntry(source: ByteSource, directory: DataView, at: number, directoryOffset: number) {
  const where = directoryOffset + at;
  if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== CENTRAL) {
    throw damagedZip(source, where, 'no directory entry');
  }
  const flags = directory.getUint16(at + 8, true);
  const nameEnd = at + 46 + directory.getUint16(at + 28, true);
  const extraEnd = nameEnd + directory.getUint16(at + 30, true);
  const end = extraEnd + directory.getUint16(at + 32, true);
  if (end > directory.byteLength)
    throw damagedZip(source, where, 'a directory entry that is cut off');
  const bytes = new Uint8Array(directory.buffer, directory.byteOffset, directory.byteLength);
  const decoder = new TextDecoder(flags & UTF8_FLAG ? 'utf-8' : 'latin1');
  const entry: ZipEntry = {
    name: decoder.decode(bytes.subarray(at + 46, nameEnd)),
    method: directory.getUint16(at + 10, true),
    crc32: directory.getUint32(at + 16, true),
    compressedSize: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    headerOffset: directory.getUint32(at + 42, true),
  };
  applyZip64(source, entry, viewOf(bytes.subarray(nameEnd, extraEnd)));
  checkName(source, entry.name, `byte ${where}`);
  if (flags & ENCRYPTED_FLAG) {
    throw refuseZip(source, entry.name, 'an encrypted entry', 'no encryption');
  }
  if (entry.headerOffset + LOCAL_SIZE + entry.compressedSize > directoryOffset) {
    const found = `an entry of ${entry.compressedSize} bytes at byte ${entry.headerOffset}`;
    throw refuseZip(source, entry.name, found, 'entries before the directory');
  }
  return { entry, end };
}

/** Entries that share bytes could unpack to more than an archive of that size can hold. */
function checkApart(source: ByteSource, entries: Iterable<ZipEntry>): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
    if (entry.headerOffset < end) {
      throw refuseZip(source, entry.name, 'bytes that another entry has', 'bytes of its own');
    }
    end = entry.headerOffset + LOCAL_SIZE + entry.compressedSize;
  }
}

/**
 * Reads the central directory of a ZIP archive (ZIP64 too) without reading its files.
 * @throws CytoForgeError `truncated` when there is no directory, `corrupt`, or `refused-archive` for
 * doubled names, names with `..` or absolute ones, sizes beyond the file, entries that overlap, and encryption.
 */
export function readZipDirectory(source: ByteSource): Map<string, ZipEntry> {
  const place = findZipDirectory(source);
  if (place.offset + place.size > source.size || place.count > MOST_ENTRIES) {
    const found = `${place.count} entries in ${place.size} bytes at byte ${place.offset}`;
    throw refuseZip(source, 'the ZIP directory', found, 'a directory inside the file');
  }
  const directory = viewOf(source.read(place.offset, place.size));
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < place.count; i++) {
    const { entry, end } = readEntry(source, directory, at, place.offset);
    if (entries.has(entry.name))
      throw refuseZip(source, entry.name, 'the name twice', 'each name once');
    entries.set(entry.name, entry);
    at = end;
  }
  checkApart(source, entries.values());
  return entries;
}

/** Byte offset of an entry's data, which stands behind its local header. */
export function zipDataOffset(source: ByteSource, entry: ZipEntry): number {
  const header = viewOf(source.read(entry.headerOffset, LOCAL_SIZE));
  if (header.getUint32(0, true) !== LOCAL) {
    throw damagedZip(source, entry.headerOffset, 'no local header');
  }
  const lengths = header.getUint16(26, true) + header.getUint16(28, true);
  const offset = entry.headerOffset + LOCAL_SIZE + lengths;
  assertRange(source, offset, entry.compressedSize);
  return offset;
}
