import { CytoForgeError } from '../errors.ts';

/** A failure of the file system as one of ours; any other error stays what it is. */
export function ioError(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('syscall' in cause)) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new CytoForgeError('no-space', 'The disk is full.', { where: path }, cause);
  }
  return new CytoForgeError(
    'io',
    'A file could not be written.',
    { where: path, found: message },
    cause,
  );
}

/** A file or folder that cannot be read, as one of ours. */
export function readError(path: string, cause: unknown): CytoForgeError {
  const found = cause instanceof Error ? cause.message : String(cause);
  return new CytoForgeError('io', 'A file could not be read.', { where: path, found }, cause);
}
