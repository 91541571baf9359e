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

/** An archive of one file whose numbers are all in ZIP64 fields, and where those stand. */
function zip64Archive() {
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
  const bytes = Uint8Array.from([...plain.subarray(0, at), ...entry, ...extra, ...end64, ...last]);
  const end64At = at + entry.length + extra.length;
  return { bytes, extraAt: at + entry.length + 4, end64At };
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

  it.each([
    '../evil',
    '/etc/passwd',
    'C:/x',
    'a\\..\\b',
    'a/../../b',
    '..',
    '\\\\server\\share',
    'model.json\0.png',
  ])('refuses the name %j', (name) => {
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
    const source = bytesSource('large.zip', zip64Archive().bytes);
    expect(readZipEntry(source, readZipDirectory(source).get('a')!)).toEqual(text('one'));
  });

  it.each([
    ['a packed size', 'extra', 8],
    ['an offset', 'extra', 16],
    ['a count', 'end', 32],
    ['a directory size', 'end', 40],
    ['a directory offset', 'end', 48],
  ] as const)('refuses %s beyond the file in ZIP64 fields', (_, part, field) => {
    for (const lie of [2n ** 63n, 2n ** 53n, 10_000n]) {
      const { bytes, extraAt, end64At } = zip64Archive();
      const place = part === 'extra' ? extraAt : end64At;
      new DataView(bytes.buffer).setBigUint64(place + field, lie, true);
      refusal(bytes);
    }
  });

  it('refuses an unpacked size beyond reason in ZIP64 fields before it unpacks', () => {
    for (const lie of [2n ** 63n, 2n ** 53n - 1n, 10n ** 9n]) {
      const { bytes, extraAt } = zip64Archive();
      new DataView(bytes.buffer).setBigUint64(extraAt, lie, true);
      const source = bytesSource('large.zip', bytes);
      const read = () => readZipEntry(source, readZipDirectory(source).get('a')!);
      expect(read).toThrow(expect.objectContaining({ code: 'refused-archive' }));
    }
  });

  it('refuses an entry that lies over another one, or over the directory', () => {
    const two = archive({ a: text('1'.repeat(50)), b: text('2'.repeat(50)) });
    new DataView(two.buffer).setUint32(central(two, 1) + 42, 0, true);
    refusal(two);
    const one = archive({ a: text('1') });
    new DataView(one.buffer).setUint32(central(one) + 42, central(one), true);
    refusal(one);
  });
});
