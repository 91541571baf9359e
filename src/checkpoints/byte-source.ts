import { CytoForgeError } from '../errors.ts';

/**
 * Random access to the bytes of a file that may be larger than memory. Reads are synchronous: parsers run
 * in workers (`FileReaderSync`) or in Node (`readSync`), and a synchronous parser is half as long.
 */
export interface ByteSource {
  /** The file's name, for messages. */
  readonly name: string;
  /** Length in bytes. */
  readonly size: number;
  /**
   * `length` bytes from `offset`. The result may be a view of memory the source owns: copy before changing.
   * @throws CytoForgeError `truncated` when the range leaves the file.
   */
  read(offset: number, length: number): Uint8Array;
}

/** Throws `truncated` unless `[offset, offset + length)` lies inside the source. */
export function assertRange(
  source: { name: string; size: number },
  offset: number,
  length: number,
): void {
  if (offset < 0 || length < 0 || offset + length > source.size) {
    throw new CytoForgeError('truncated', `${source.name} ends too early.`, {
      where: `byte ${offset}`,
      found: `${Math.max(0, source.size - offset)} bytes left`,
      expected: `${length} bytes`,
      hint: 'The file is incomplete; copy or download it again.',
    });
  }
}

/** A source over bytes already in memory. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  // Node's Buffer is a Uint8Array whose `slice` does not copy; readers must not meet one.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name,
    size: plain.byteLength,
    read(offset, length) {
      assertRange(this, offset, length);
      return plain.subarray(offset, offset + length);
    },
  };
}

/** A window `[start, start + size)` of another source. */
export function sliceSource(
  source: ByteSource,
  start: number,
  size: number,
  name = source.name,
): ByteSource {
  assertRange(source, start, size);
  return {
    name,
    size,
    read(offset, length) {
      assertRange(this, offset, length);
      return source.read(start + offset, length);
    },
  };
}
