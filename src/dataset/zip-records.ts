/**
 * The records of a ZIP file (PKWARE APPNOTE 4.3), ZIP64 where sizes, offsets or the number of entries need
 * it. Every entry is dated 1 January 1980, so that the same data give the same bytes.
 */

/** 0 is stored, 8 is deflated. */
export type ZipMethod = 0 | 8;

/** What the directory says of one entry. */
export interface ZipRecord {
  /** UTF-8. */
  name: Uint8Array;
  method: ZipMethod;
  /** Sizes and checksum follow the data, because they were not known before it. */
  streamed: boolean;
  crc: number;
  compressedSize: number;
  size: number;
  /** Of the local header. */
  offset: number;
}

const LIMIT_16 = 0xffff;
const LIMIT_32 = 0xffffffff;
const FIRST_OF_JANUARY_1980 = 0x21;
const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const MADE_BY_UNIX = 3 << 8;
const REGULAR_FILE_0644 = 0o100644 << 16;
const FLAG_STREAMED = 1 << 3;
const FLAG_UTF8 = 1 << 11;

/** Little-endian fields one after the other: `[bytes, value]`. */
function record(...fields: [bytes: 2 | 4 | 8, value: number][]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return bytes;
}

function needsLongSizes(entry: ZipRecord): boolean {
  return entry.size >= LIMIT_32 || entry.compressedSize >= LIMIT_32;
}

function flags(entry: ZipRecord): number {
  return FLAG_UTF8 | (entry.streamed ? FLAG_STREAMED : 0);
}

/** Local header; the name follows it. Stored entries must be under 4 GiB. */
export function localHeader(entry: ZipRecord): Uint8Array {
  const known = entry.streamed ? 0 : 1;
  return record(
    [4, 0x04034b50],
    [2, VERSION_DEFLATE],
    [2, flags(entry)],
    [2, entry.method],
    [2, 0],
    [2, FIRST_OF_JANUARY_1980],
    [4, known * entry.crc],
    [4, known * entry.compressedSize],
    [4, known * entry.size],
    [2, entry.name.length],
    [2, 0],
  );
}

/** What follows the data of a streamed entry. */
export function dataDescriptor(entry: ZipRecord): Uint8Array {
  const bytes = needsLongSizes(entry) ? 8 : 4;
  return record(
    [4, 0x08074b50],
    [4, entry.crc],
    [bytes, entry.compressedSize],
    [bytes, entry.size],
  );
}

/** The entry's line in the central directory: header, name, extra field. */
export function directoryEntry(entry: ZipRecord): Uint8Array[] {
  const long: [8, number][] = [];
  const clamp = (value: number): number => {
    if (value < LIMIT_32) return value;
    long.push([8, value]);
    return LIMIT_32;
  };
  const [size, compressedSize, offset] = [entry.size, entry.compressedSize, entry.offset].map(
    clamp,
  );
  const extra = long.length ? record([2, 1], [2, 8 * long.length], ...long) : new Uint8Array(0);
  const header = record(
    [4, 0x02014b50],
    [2, MADE_BY_UNIX | VERSION_ZIP64],
    [2, long.length ? VERSION_ZIP64 : VERSION_DEFLATE],
    [2, flags(entry)],
    [2, entry.method],
    [2, 0],
    [2, FIRST_OF_JANUARY_1980],
    [4, entry.crc],
    [4, compressedSize],
    [4, size],
    [2, entry.name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, REGULAR_FILE_0644],
    [4, offset],
  );
  return [header, entry.name, extra];
}

/**
 * The records that end a ZIP.
 * @param start Offset of the central directory; `size` its bytes.
 */
export function endOfDirectory(entries: number, start: number, size: number): Uint8Array[] {
  const long = entries >= LIMIT_16 || start >= LIMIT_32 || size >= LIMIT_32;
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(entries, LIMIT_16)],
    [2, Math.min(entries, LIMIT_16)],
    [4, Math.min(size, LIMIT_32)],
    [4, Math.min(start, LIMIT_32)],
    [2, 0],
  );
  if (!long) return [end];
  const end64 = record(
    [4, 0x06064b50],
    [8, 44],
    [2, MADE_BY_UNIX | VERSION_ZIP64],
    [2, VERSION_ZIP64],
    [4, 0],
    [4, 0],
    [8, entries],
    [8, entries],
    [8, size],
    [8, start],
  );
  return [end64, record([4, 0x07064b50], [4, 0], [8, start + size], [4, 1]), end];
}
