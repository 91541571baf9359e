import { CytoForgeError } from '../../errors.ts';

/**
 * A folder of the origin's private file system, made when it is missing.
 * @param path Names from the root.
 * @returns Null where the browser has no private file system or keeps it shut (private windows).
 */
export async function privateFolder(...path: string[]): Promise<FileSystemDirectoryHandle | null> {
  try {
    let folder = await navigator.storage.getDirectory();
    for (const name of path) folder = await folder.getDirectoryHandle(name, { create: true });
    return folder;
  } catch {
    return null;
  }
}

/** Names a full disk; everything else is a failure of the file system. */
export function storageFailure(cause: unknown, where: string): CytoForgeError {
  if (cause instanceof CytoForgeError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'QuotaExceededError') {
    return new CytoForgeError(
      'no-space',
      'The browser has no space left for this.',
      { where, hint: 'Free disk space, remove stored models, or write to a file of your own.' },
      cause,
    );
  }
  const found = cause instanceof Error ? cause.message : String(cause);
  return new CytoForgeError('io', 'The browser could not store a file.', { where, found }, cause);
}

/** Safari before 26 has no streams into its file system; workers have this instead. */
async function writeInPlace(
  file: FileSystemFileHandle,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<void> {
  const access = await file.createSyncAccessHandle();
  try {
    access.truncate(0);
    access.write(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    access.flush();
  } finally {
    access.close();
  }
}

/**
 * Writes a file; it is there whole or not at all (where the browser can only write in place, it may be cut short
 * when the browser ends meanwhile).
 * @throws CytoForgeError `no-space` or `io`.
 */
export async function writePrivateFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<void> {
  try {
    const file = await folder.getFileHandle(name, { create: true });
    if (!('createWritable' in file)) {
      await writeInPlace(file, content);
      return;
    }
    const stream = await file.createWritable();
    try {
      await stream.write(content);
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
  } catch (cause) {
    throw storageFailure(cause, name);
  }
}

/** The file, or null when there is none. */
export async function readPrivateFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return null;
  }
}

/** Removes a file or a folder with all that is in it; nothing happens when it is not there. */
export async function removePrivate(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<void> {
  await folder.removeEntry(name, { recursive: true }).catch(() => undefined);
}
