import { afterEach, describe, expect, it, vi } from 'vitest';
import { blobSource } from './blob-source.ts';

const BYTES = Uint8Array.from({ length: 600_000 }, (_, i) => i % 251);

/** A stand-in for `File` and `FileReaderSync`, which only workers have. */
function standIn(reads: [number, number][]) {
  vi.stubGlobal(
    'FileReaderSync',
    class {
      readAsArrayBuffer({ start, end }: { start: number; end: number }) {
        reads.push([start, end - start]);
        return BYTES.slice(start, end).buffer;
      }
    },
  );
  const file = {
    name: 'x.pkl',
    size: BYTES.length,
    slice: (start: number, end: number) => ({ start, end }),
  };
  return file as unknown as File;
}

afterEach(() => vi.unstubAllGlobals());

describe('blobSource', () => {
  it('serves small reads from one window and large ones directly', () => {
    const reads: [number, number][] = [];
    const source = blobSource(standIn(reads));
    expect(source.name).toBe('x.pkl');
    for (let i = 0; i < 1000; i++) expect(source.read(i, 2)[1]).toBe(BYTES[i + 1]);
    expect(reads).toEqual([[0, 256 * 1024]]);
    expect(Buffer.compare(source.read(5, 300_000), BYTES.subarray(5, 300_005))).toBe(0);
    expect(source.read(599_990, 10)).toEqual(BYTES.subarray(599_990));
    expect(reads.slice(1)).toEqual([
      [5, 300_000],
      [599_990, 10],
    ]);
    expect(() => source.read(599_990, 11)).toThrow(expect.objectContaining({ code: 'truncated' }));
  });

  it('says when the file is gone', () => {
    const file = standIn([]);
    vi.stubGlobal(
      'FileReaderSync',
      class {
        readAsArrayBuffer() {
          throw new Error('NotReadableError');
        }
      },
    );
    expect(() => blobSource(file).read(0, 4)).toThrow(expect.objectContaining({ code: 'io' }));
  });
});
