import { describe, expect, it } from 'vitest';
import { droppedFiles, looksLikeImages } from './dropped-files.ts';

interface FakeEntry {
  name: string;
  fullPath: string;
  isFile: boolean;
  isDirectory: boolean;
}

function fileEntry(fullPath: string): FakeEntry {
  const name = fullPath.split('/').at(-1) ?? '';
  const file = (resolve: (file: File) => void) => resolve(new File(['x'], name));
  return Object.assign({ name, fullPath, isFile: true, isDirectory: false }, { file });
}

/** Answers in two portions, as browsers do with many files. */
function folderEntry(fullPath: string, inside: FakeEntry[]): FakeEntry {
  const name = fullPath.split('/').at(-1) ?? '';
  const createReader = () => {
    const portions = [inside.slice(0, 1), inside.slice(1), []].filter(
      (portion, at) => at === 2 || portion.length > 0,
    );
    return {
      readEntries: (resolve: (entries: FakeEntry[]) => void) => resolve(portions.shift() ?? []),
    };
  };
  return Object.assign({ name, fullPath, isFile: false, isDirectory: true }, { createReader });
}

function transfer(entries: (FakeEntry | null)[], files: File[] = [], types: string[] = []) {
  const items = entries.map((entry, at) => {
    return { kind: 'file', type: types[at] ?? '', webkitGetAsEntry: () => entry };
  });
  return { items, files } as unknown as DataTransfer;
}

describe('droppedFiles', () => {
  it('gives files as they are', async () => {
    const files = [new File(['x'], 'a.png')];
    expect(await droppedFiles(transfer([fileEntry('/a.png')], files))).toEqual(files);
    expect(await droppedFiles(transfer([null], files))).toEqual(files);
  });

  it('looks into folders, remembers where a file was, and passes hidden ones over', async () => {
    const folder = folderEntry('/set', [
      folderEntry('/set/images', [fileEntry('/set/images/0.png'), fileEntry('/set/images/1.png')]),
      fileEntry('/set/.DS_Store'),
      fileEntry('/set/dataset.json'),
    ]);
    const files = await droppedFiles(transfer([folder, fileEntry('/b.png')]));
    expect(files.map((file) => file.webkitRelativePath || file.name)).toEqual([
      'set/images/0.png',
      'set/images/1.png',
      'set/dataset.json',
      'b.png',
    ]);
  });
});

describe('looksLikeImages', () => {
  it.each([
    [['image/png', 'image/tiff'], true],
    [['image/png', ''], false],
    [['image/gif'], false],
    [[], false],
  ])('%j: %j', (types, expected) => {
    expect(
      looksLikeImages(
        transfer(
          types.map(() => null),
          [],
          types,
        ),
      ),
    ).toBe(expected);
  });
});
