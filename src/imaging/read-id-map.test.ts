import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeLabelPng } from './encode-png.ts';
import { readIdMap } from './read-id-map.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const row = (map: { data: Int32Array }) => [...map.data.subarray(0, 8)];

describe('readIdMap', () => {
  it('keeps 16-bit ids, of PNG and TIFF', () => {
    const data = Uint16Array.of(0, 1000, 65_535, 7);
    const map = readIdMap(encodeLabelPng({ width: 2, height: 2, data }), 'a.png');
    expect(map).toMatchObject({ width: 2, height: 2, bits: 16 });
    expect([...map.data]).toEqual([0, 1000, 65_535, 7]);
    const tiff = readIdMap(fixture('ids16.tiff'), 'a.tiff');
    expect(row(tiff)).toEqual([0, 90, 180, 270, 360, 450, 540, 630]);
    expect(tiff.bits).toBe(16);
  });

  it('takes the indices of a palette, and 255 for one bit, as Pillow', () => {
    expect(row(readIdMap(fixture('palette-labels.png'), 'a.png'))).toEqual([
      0, 1, 2, 0, 1, 2, 0, 1,
    ]);
    expect(row(readIdMap(fixture('one-bit-columns.png'), 'a.png'))).toEqual([
      0, 255, 0, 255, 0, 255, 0, 255,
    ]);
  });

  it.each([
    ['rgb-deflate.tiff', '3 channels'],
    ['rgb.jpg', 'a JPEG, which changes levels'],
    ['README.md', 'another format'],
  ])('refuses %s', (name, found) => {
    const refused = expect.objectContaining({
      code: 'bad-image',
      details: expect.objectContaining({ where: name, found }),
    });
    expect(() => readIdMap(fixture(name), name)).toThrow(refused);
  });
});
