import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { fixtureBytes } from './fixtures/open-fixture.ts';
import { readZipDirectory } from './zip-directory.ts';
import { readZipEntry, zipSources } from './zip-read.ts';

const text = (value: string) => new TextEncoder().encode(value);

function archive(files: Record<string, Uint8Array>, level: 0 | 6 = 0) {
  return zipSync(files, { level, mtime: '2020-01-01' });
}

/** Offset of the `n`th central directory entry. */
function central(bytes: Uint8Array, n = 0): number {
  let found = -1;
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const signature = [0x50, 0x4b, 1, 2].every((byte, i) => bytes[at + i] === byte);
    if (signature && ++found === n) return at;
  }
  throw new Error('no entry');
}

function refusal(bytes: Uint8Array, code = 'refused-archive') {
  return expect(() => readZipDirectory(bytesSource('test.zip', bytes))).toThrow(
    expect.objectContaining({ code }),
  );
}

describe('readZipDirectory', () => {
  it('lists and reads stored and deflated files', () => {
    for (const level of [0, 6] as const) {
      const source = bytesSource(
        'a.zip',
        archive({ 'a.txt': text('one'), 'b/c': text('x'.repeat(999)) }, level),
      );
      const entries = readZipDirectory(source);
      expect([...entries.keys()]).toEqual(['a.txt', 'b/c']);
      expect(readZipEntry(source, entries.get('b/c')!)).toEqual(text('x'.repeat(999)));
      expect(zipSources(source).map(({ name, size }) => [name, size])).toEqual([
        ['a.zip/a.txt', 3],
        ['a.zip/b/c', 999],
      ]);
    }
  });

  it.each(['../evil', '/etc/passwd', 'C:/x', 'a\\..\\b', 'a/../../b'])('refuses %s', (name) => {
    refusal(archive({ [name]: text('x') }));
  });

  it('refuses a name twice', () => {
    const bytes = archive({ aa: text('1'), ab: text('2') });
    bytes[central(bytes, 1) + 47] = 'a'.charCodeAt(0);
    refusal(bytes);
  });

  it('refuses sizes beyond the file', () => {
    const bytes = archive({ a: text('1') });
    new DataView(bytes.buffer).setUint32(central(bytes) + 20, 1e9, true);
    refusal(bytes);
  });

  it('refuses a size that deflate cannot reach, before unpacking', () => {
    const bytes = archive({ a: text('x'.repeat(100)) }, 6);
    new DataView(bytes.buffer).setUint32(central(bytes) + 24, 500e6, true);
    const source = bytesSource('bomb.zip', bytes);
    const entry = readZipDirectory(source).get('a')!;
    expect(() => readZipEntry(source, entry)).toThrow(
      expect.objectContaining({ code: 'refused-archive' }),
    );
  });

  it('refuses a stored size that is not the size', () => {
    const bytes = archive({ a: text('1') });
    new DataView(bytes.buffer).setUint32(central(bytes) + 24, 500e6, true);
    const source = bytesSource('odd.zip', bytes);
    expect(() => readZipEntry(source, readZipDirectory(source).get('a')!)).toThrow(
      expect.objectContaining({ code: 'refused-archive' }),
    );
  });

  it('finds a file without its end truncated', () => {
    const bytes = fixtureBytes('global_net_G.zip.pth');
    refusal(bytes.subarray(0, bytes.length - 30), 'truncated');
  });

  it('reads ZIP64 sizes and offsets', () => {
    const plain = archive({ a: text('one') });
    const at = central(plain);
    const end = plain.length - 22;
    const extra = new Uint8Array(28);
    const field = new DataView(extra.buffer);
    field.setUint16(0, 1, true);
    field.setUint16(2, 24, true);
    field.setBigUint64(4, 3n, true);
    field.setBigUint64(12, 3n, true);
    field.setBigUint64(20, 0n, true);
    const entry = plain.slice(at, end);
    const view = new DataView(entry.buffer);
    for (const offset of [20, 24, 42]) view.setUint32(offset, 0xffffffff, true);
    view.setUint16(30, extra.length, true);
    const end64 = new Uint8Array(56 + 20);
    const tail = new DataView(end64.buffer);
    tail.setUint32(0, 0x06064b50, true);
    tail.setBigUint64(32, 1n, true);
    tail.setBigUint64(40, BigInt(entry.length + extra.length), true);
    tail.setBigUint64(48, BigInt(at), true);
    tail.setUint32(56, 0x07064b50, true);
    tail.setBigUint64(64, BigInt(at + entry.length + extra.length), true);
    const last = plain.slice(end);
    const lastView = new DataView(last.buffer);
    lastView.setUint32(12, 0xffffffff, true);
    lastView.setUint32(16, 0xffffffff, true);
    const bytes = Uint8Array.from([
      ...plain.subarray(0, at),
      ...entry,
      ...extra,
      ...end64,
      ...last,
    ]);
    const source = bytesSource('large.zip', bytes);
    expect(readZipEntry(source, readZipDirectory(source).get('a')!)).toEqual(text('one'));
  });
});
