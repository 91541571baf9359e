import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../checkpoints/crc32.ts';
import { concatenate } from './fixtures/concatenate.ts';
import { directoryEntry, endOfDirectory, type ZipRecord } from './zip-records.ts';
import { type DatasetEntry, writeZip } from './zip-writer.ts';

const encoder = new TextEncoder();

async function* pieces(count: number): AsyncGenerator<string> {
  for (let index = 0; index < count; index++) yield `line ${index} of some text\n`;
}

const entries = (): DatasetEntry[] => [
  { name: 'masks/000000.png', data: Uint8Array.of(1, 2, 3) },
  { name: 'empty', data: new Uint8Array(0) },
  { name: 'text.json', data: pieces(5000) },
];

describe('writeZip', () => {
  it('is read back by another library', async () => {
    const files = unzipSync(await concatenate(writeZip(entries())));
    expect(Object.keys(files)).toEqual(['masks/000000.png', 'empty', 'text.json']);
    expect([...files['masks/000000.png']]).toEqual([1, 2, 3]);
    expect(files.empty).toHaveLength(0);
    const text = new TextDecoder().decode(files['text.json']);
    expect(text.split('\n')).toHaveLength(5001);
    expect(text).toContain('line 4999 of some text\n');
  });

  it('gives the same bytes for the same entries', async () => {
    const [first, second] = [writeZip(entries()), writeZip(entries())];
    expect(await concatenate(first)).toEqual(await concatenate(second));
  });

  it('holds more than 65,535 entries', async () => {
    const many = Array.from({ length: 70_000 }, (_, index) => ({
      name: `${index}`,
      data: Uint8Array.of(index & 255),
    }));
    const files = unzipSync(await concatenate(writeZip(many)));
    expect(Object.keys(files)).toHaveLength(70_000);
    expect(files['69999'][0]).toBe(69_999 & 255);
  });
});

describe('ZIP64', () => {
  const entry: ZipRecord = {
    name: encoder.encode('x'),
    method: 0,
    streamed: false,
    crc: 0,
    compressedSize: 5,
    size: 5,
    offset: 2 ** 33,
  };

  it('keeps a far offset in the extra field', () => {
    const [header, , extra] = directoryEntry(entry);
    expect(new DataView(header.buffer).getUint32(42, true)).toBe(0xffffffff);
    const view = new DataView(extra.buffer);
    expect([view.getUint16(0, true), view.getUint16(2, true)]).toEqual([1, 8]);
    expect(view.getBigUint64(4, true)).toBe(2n ** 33n);
  });

  it('has no extra field where none is needed', () => {
    expect(directoryEntry({ ...entry, offset: 0 })[2]).toHaveLength(0);
    expect(endOfDirectory(65_534, 0, 0)).toHaveLength(1);
    expect(endOfDirectory(65_535, 0, 0)).toHaveLength(3);
    expect(endOfDirectory(1, 2 ** 32, 10)).toHaveLength(3);
  });
});

describe('crc32', () => {
  it('is the checksum of the ZIP specification', () => {
    expect(crc32(encoder.encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(encoder.encode('789'), crc32(encoder.encode('123456')))).toBe(0xcbf43926);
  });
});
