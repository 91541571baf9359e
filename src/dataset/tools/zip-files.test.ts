import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import { zipFiles } from './zip-files.ts';

const open = (zip: Uint8Array) => zipFiles(bytesSource('set.zip', zip));

it('lists the files and unpacks each when it is read', async () => {
  const content = { 'a/x.png': Uint8Array.of(1, 2, 3), 'a/y.png': new Uint8Array(5000) };
  const files = open(zipSync(content));
  expect(files.map(({ path }) => path)).toEqual(['a/x.png', 'a/y.png']);
  expect(await files[0].read()).toEqual(content['a/x.png']);
  expect(await files[1].read()).toEqual(content['a/y.png']);
});

it('refuses names that lead out, and bombs', () => {
  expect(() => open(zipSync({ '../x.png': Uint8Array.of(1) }))).toThrow(
    expect.objectContaining({ code: 'refused-archive' }),
  );
  const bomb = zipSync({ 'x.png': new Uint8Array(80 * 1024 * 1024) });
  expect(() => open(bomb)).toThrow(expect.objectContaining({ code: 'refused-archive' }));
});
