import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { assertRange, type ByteSource } from '../checkpoints/byte-source.ts';
import { CytoForgeError } from '../errors.ts';

/** A file on disk as a source; `close` frees its handle. */
export interface FileSource extends ByteSource {
  close(): void;
}

function ioError(path: string, cause: unknown): CytoForgeError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CytoForgeError('io', `${path} could not be read.`, { found: reason }, cause);
}

/**
 * Opens a file for random access.
 * @throws CytoForgeError `io` when there is no such file or it is a folder.
 */
export function fileSource(path: string): FileSource {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (cause) {
    throw ioError(path, cause);
  }
  const stat = fstatSync(handle);
  if (!stat.isFile()) {
    closeSync(handle);
    throw ioError(path, new Error('not a file'));
  }
  return {
    name: path,
    size: stat.size,
    read(offset, length) {
      assertRange(this, offset, length);
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const count = readSync(handle, bytes, done, length - done, offset + done);
        if (count === 0) throw ioError(path, new Error('the file became shorter'));
        done += count;
      }
      return bytes;
    },
    close: () => closeSync(handle),
  };
}
