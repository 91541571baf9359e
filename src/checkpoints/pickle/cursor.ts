import { CytoForgeError } from '../../errors.ts';
import { assertRange, type ByteSource } from '../byte-source.ts';

const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * Reads a source forwards through a small window, so that thousands of one-byte reads become a few large
 * ones and a skipped tensor is never read.
 */
export class ByteCursor {
  readonly source: ByteSource;
  offset: number;
  readonly #readAhead: number;
  #window: Uint8Array = new Uint8Array(0);
  #windowStart = 0;

  constructor(source: ByteSource, offset = 0, readAhead = 64 * 1024) {
    this.source = source;
    this.offset = offset;
    this.#readAhead = readAhead;
  }

  /** Bytes between the cursor and the end of the source. */
  get left(): number {
    return this.source.size - this.offset;
  }

  /** The next `length` bytes (a view: copy before keeping), after which the cursor stands behind them. */
  take(length: number): Uint8Array {
    assertRange(this.source, this.offset, length);
    const start = this.offset - this.#windowStart;
    if (start < 0 || start + length > this.#window.length) {
      if (length > this.#readAhead) {
        const bytes = this.source.read(this.offset, length);
        this.offset += length;
        return bytes;
      }
      this.#window = this.source.read(this.offset, Math.min(this.#readAhead, this.left));
      this.#windowStart = this.offset;
    }
    const from = this.offset - this.#windowStart;
    this.offset += length;
    return this.#window.subarray(from, from + length);
  }

  /** Moves on by `length` bytes without reading them; throws `truncated` if there are not so many. */
  skip(length: number): void {
    assertRange(this.source, this.offset, length);
    this.offset += length;
  }

  u8(): number {
    return this.take(1)[0];
  }

  u16(): number {
    return this.#view(2).getUint16(0, true);
  }

  i32(): number {
    return this.#view(4).getInt32(0, true);
  }

  u32(): number {
    return this.#view(4).getUint32(0, true);
  }

  /** An unsigned 64-bit length; one beyond the source is `truncated`, so the number is always exact. */
  length64(): number {
    const value = this.#view(8).getBigUint64(0, true);
    if (value > BigInt(this.source.size)) assertRange(this.source, this.offset, Number(value));
    return Number(value);
  }

  /** A big-endian double, as pickle's BINFLOAT has it. */
  f64be(): number {
    return this.#view(8).getFloat64(0, false);
  }

  /** The bytes up to the next newline, which is consumed and not returned. */
  line(): Uint8Array {
    for (let length = 256; ; length *= 4) {
      const size = Math.min(length, this.left, LONGEST_LINE);
      const start = this.offset;
      const end = this.take(size).indexOf(10);
      this.offset = start;
      if (end >= 0) return this.take(end + 1).subarray(0, end);
      if (size === this.left) assertRange(this.source, start, this.left + 1);
      if (size === LONGEST_LINE) {
        throw new CytoForgeError('corrupt', `${this.source.name} has a line without an end.`, {
          where: `byte ${start}`,
          found: `${this.left} bytes without a newline`,
          expected: `a newline within ${LONGEST_LINE} bytes`,
          hint: 'Copy or download the file again.',
        });
      }
    }
  }

  #view(length: number): DataView {
    const bytes = this.take(length);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }
}
