import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/** A view of the bytes, wherever in a buffer they are. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The refusal of an archive that cannot be meant well. */
export function refuseZip(
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

/** A `corrupt` error at a byte of an archive. */
export function damagedZip(source: ByteSource, where: number, found: string): CytoForgeError {
  return new CytoForgeError('corrupt', `${source.name} is a damaged ZIP archive.`, {
    where: `byte ${where}`,
    found,
    expected: 'a ZIP central directory',
    hint: 'Copy or download the file again.',
  });
}

/** A 64-bit offset or size, which must lie in the file unless told. @throws CytoForgeError `refused-archive`. */
export function zip64Number(
  source: ByteSource,
  view: DataView,
  at: number,
  most = source.size,
): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(most)) {
    const found = `an offset or size of ${value}`;
    throw refuseZip(source, 'the ZIP64 fields', found, `at most ${most} bytes`);
  }
  return Number(value);
}

/** Where the central directory is, and how many entries it says to have. */
export interface DirectoryPlace {
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

/**
 * Finds the central directory from the end of the file, by ZIP64's end too.
 * @throws CytoForgeError `truncated`, `corrupt`, `refused-archive`.
 */
export function findZipDirectory(source: ByteSource): DirectoryPlace {
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
  const end64 = viewOf(source.read(zip64Number(source, locator, 8), 56));
  if (end64.getUint32(0, true) !== END_64) throw damagedZip(source, endOffset - 20, 'no ZIP64 end');
  return {
    count: zip64Number(source, end64, 32),
    size: zip64Number(source, end64, 40),
    offset: zip64Number(source, end64, 48),
  };
}
