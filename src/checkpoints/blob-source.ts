import { CytoForgeError } from '../errors.ts';
import { assertRange, type ByteSource } from './byte-source.ts';

const READ_AHEAD = 256 * 1024;

function readBlob(name: string, blob: Blob, offset: number, length: number): Uint8Array {
  try {
    const buffer = new FileReaderSync().readAsArrayBuffer(blob.slice(offset, offset + length));
    return new Uint8Array(buffer);
  } catch (cause) {
    throw new CytoForgeError(
      'io',
      `${name} could not be read.`,
      {
        where: `byte ${offset}`,
        found: cause instanceof Error ? cause.message : String(cause),
        expected: `${length} bytes`,
        hint: 'Was it moved or changed? Choose it again.',
      },
      cause,
    );
  }
}

/**
 * A source over a `Blob` or `File`, for workers: `FileReaderSync` reads slices, small reads come from a
 * window read ahead.
 * @param name overrides the file's own, e.g. by its path in a dropped folder.
 */
export function blobSource(
  blob: Blob,
  name = 'name' in blob ? String(blob.name) : 'file',
): ByteSource {
  let window: Uint8Array = new Uint8Array(0);
  let start = 0;
  return {
    name,
    size: blob.size,
    read(offset, length) {
      assertRange(this, offset, length);
      if (length >= READ_AHEAD) return readBlob(name, blob, offset, length);
      if (offset < start || offset + length > start + window.length) {
        window = readBlob(name, blob, offset, Math.min(READ_AHEAD, blob.size - offset));
        start = offset;
      }
      return window.subarray(offset - start, offset - start + length);
    },
  };
}
