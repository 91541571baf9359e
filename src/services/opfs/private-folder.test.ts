import { describe, expect, it } from 'vitest';
import { writePrivateFile } from './private-folder.ts';

/** A folder of one file, whose handle has only what `file` has. */
function folderOf(file: object): FileSystemDirectoryHandle {
  return { getFileHandle: async () => file } as unknown as FileSystemDirectoryHandle;
}

const quota = () => new DOMException('full', 'QuotaExceededError');

describe('writePrivateFile', () => {
  it('streams where the browser can', async () => {
    const written: unknown[] = [];
    const createWritable = async () => ({
      write: async (content: unknown) => written.push(content),
      close: async () => written.push('closed'),
    });
    await writePrivateFile(folderOf({ createWritable }), 'a.bin', 'text');
    expect(written).toEqual(['text', 'closed']);
  });

  it('writes in place where it cannot, and always lets go of the file', async () => {
    const done: string[] = [];
    let stored = new Uint8Array();
    const createSyncAccessHandle = async () => ({
      truncate: () => done.push('truncate'),
      write: (content: Uint8Array) => {
        stored = new Uint8Array(content);
      },
      flush: () => done.push('flush'),
      close: () => done.push('close'),
    });
    await writePrivateFile(folderOf({ createSyncAccessHandle }), 'a.bin', 'text');
    expect(new TextDecoder().decode(stored)).toBe('text');
    expect(done).toEqual(['truncate', 'flush', 'close']);
  });

  it.each([
    ['streams', 'createWritable'],
    ['writes in place', 'createSyncAccessHandle'],
  ])('names a full disk where it %s', async (_, method) => {
    const closed: string[] = [];
    const fail = () => {
      throw quota();
    };
    const handle = {
      truncate: () => undefined,
      write: fail,
      flush: () => undefined,
      abort: async () => closed.push('aborted'),
      close: () => closed.push('closed'),
    };
    const folder = folderOf({ [method]: async () => handle });
    await expect(writePrivateFile(folder, 'a.bin', 'text')).rejects.toMatchObject({
      code: 'no-space',
      details: { where: 'a.bin' },
    });
    expect(closed).toHaveLength(1);
  });
});
