import { CytoForgeError } from '../errors.ts';
import { assertRange, type ByteSource } from './byte-source.ts';

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

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 1_000_000;
const UNKNOWN_32 = 0xffffffff;
const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 1;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function refuse(
  source: ByteSource,
  where: string,
  found: string,
  expected: string,
): CytoForgeError {
  return new CytoForgeError('refused-archive', `${source.name} was refused.`, {
    where,
    found,
    expected,
    hint: 'Pack the files again with an ordinary ZIP program.',
  });
}

function damaged(source: ByteSource, where: number, found: string): CytoForgeError {
  return new CytoForgeError('corrupt', `${source.name} is a damaged ZIP archive.`, {
    where: `byte ${where}`,
    found,
    expected: 'a ZIP central directory',
    hint: 'Copy or download the file again.',
  });
}

function big(source: ByteSource, view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(source.size)) {
    const found = `an offset or size of ${value}`;
    throw refuse(source, 'the ZIP64 fields', found, `at most ${source.size} bytes`);
  }
  return Number(value);
}

interface DirectoryPlace {
  offset: number;
  size: number;
  count: number;
}

function findEnd(source: ByteSource): { tail: DataView; at: number; tailOffset: number } {
  const tailOffset = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = viewOf(source.read(tailOffset, source.size - tailOffset));
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) === END) return { tail, at, tailOffset };
  }
  throw new CytoForgeError('truncated', `${source.name} ends too early.`, {
    where: `byte ${source.size}`,
    found: 'a ZIP archive without its directory',
    expected: 'a directory at the end',
    hint: 'The file is incomplete; copy or download it again.',
  });
}

function findDirectory(source: ByteSource): DirectoryPlace {
  const { tail, at, tailOffset } = findEnd(source);
  const endOffset = tailOffset + at;
  const place = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  if (endOffset < 20) return place;
  const locator = viewOf(source.read(endOffset - 20, 20));
  if (locator.getUint32(0, true) !== LOCATOR_64) return place;
  const end64 = viewOf(source.read(big(source, locator, 8), 56));
  if (end64.getUint32(0, true) !== END_64) throw damaged(source, endOffset - 20, 'no ZIP64 end');
  return {
    count: big(source, end64, 32),
    size: big(source, end64, 40),
    offset: big(source, end64, 48),
  };
}

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
        entry[key] = big(source, extra, field);
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
    throw refuse(source, where, found, 'names inside the archive');
  }
}

function readEntry(source: ByteSource, directory: DataView, at: number, directoryOffset: number) {
  const where = directoryOffset + at;
  if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== CENTRAL) {
    throw damaged(source, where, 'no directory entry');
  }
  const flags = directory.getUint16(at + 8, true);
  const nameEnd = at + 46 + directory.getUint16(at + 28, true);
  const extraEnd = nameEnd + directory.getUint16(at + 30, true);
  const end = extraEnd + directory.getUint16(at + 32, true);
  if (end > directory.byteLength) throw damaged(source, where, 'a directory entry that is cut off');
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
    throw refuse(source, entry.name, 'an encrypted entry', 'no encryption');
  }
  if (entry.headerOffset + LOCAL_SIZE + entry.compressedSize > directoryOffset) {
    const found = `an entry of ${entry.compressedSize} bytes at byte ${entry.headerOffset}`;
    throw refuse(source, entry.name, found, 'entries before the directory');
  }
  return { entry, end };
}

/** Entries that share bytes could unpack to more than an archive of that size can hold. */
function checkApart(source: ByteSource, entries: Iterable<ZipEntry>): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
    if (entry.headerOffset < end) {
      throw refuse(source, entry.name, 'bytes that another entry has', 'bytes of its own');
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
  const place = findDirectory(source);
  if (place.offset + place.size > source.size || place.count > MOST_ENTRIES) {
    const found = `${place.count} entries in ${place.size} bytes at byte ${place.offset}`;
    throw refuse(source, 'the ZIP directory', found, 'a directory inside the file');
  }
  const directory = viewOf(source.read(place.offset, place.size));
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < place.count; i++) {
    const { entry, end } = readEntry(source, directory, at, place.offset);
    if (entries.has(entry.name))
      throw refuse(source, entry.name, 'the name twice', 'each name once');
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
    throw damaged(source, entry.headerOffset, 'no local header');
  }
  const lengths = header.getUint16(26, true) + header.getUint16(28, true);
  const offset = entry.headerOffset + LOCAL_SIZE + lengths;
  assertRange(source, offset, entry.compressedSize);
  return offset;
}
