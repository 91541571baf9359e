import { readFileSync } from 'node:fs';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { readImage } from './read-image.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const levels = (of: (x: number, y: number) => number, width = 8, height = 6) =>
  Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width)));
const grey = levels((x, y) => 40 * y + 3 * x);

describe('readImage', () => {
  it('reads TIFFs of 8 bits as they are', () => {
    const { image, notices } = readImage(fixture('grey8-lzw.tiff'), 'a.tiff');
    expect(image).toMatchObject({ width: 8, height: 6, channels: 1 });
    expect([...image.data]).toEqual(grey);
    expect(notices).toEqual([]);
    const colour = readImage(fixture('rgb-deflate.tiff'), 'b.tif').image;
    expect([...colour.data]).toEqual(grey.flatMap((level) => [level, 255 - level, 7]));
  });

  it('drops the alpha of a TIFF', () => {
    expect(readImage(fixture('rgba.tiff'), 'a.tiff').image).toEqual(
      readImage(fixture('rgb-deflate.tiff'), 'b.tiff').image,
    );
  });

  it('scales 16 bits by those in use, of TIFF and PNG alike, and says so', () => {
    const wanted = levels((x, y) => Math.round(((600 * y + 90 * x) * 255) / 4095));
    const { image, notices } = readImage(fixture('grey16-pages.tiff'), 'a.tiff');
    expect([...image.data]).toEqual(wanted);
    expect(notices).toEqual(['first-page-read', 'scaled-from-16-bit']);
    const data = Uint16Array.from(levels((x, y) => 600 * y + 90 * x));
    const png = encode({ width: 8, height: 6, channels: 1, depth: 16, data });
    expect([...readImage(png, 'a.png').image.data]).toEqual(wanted);
  });

  it('spreads numbers with a fraction', () => {
    const { image, notices } = readImage(fixture('float.tiff'), 'a.tiff');
    expect([image.data[0], image.data[47]]).toEqual([0, 255]);
    expect(notices).toEqual(['scaled-from-float']);
  });

  it.each(['rgb.jpg', 'rgb-progressive.jpg', 'grey.jpg'])('reads %s', (name) => {
    const { image } = readImage(fixture(name), name);
    expect(image).toMatchObject({ width: 24, height: 16, channels: 3 });
    const green = [...image.data].filter((_, i) => i % 3 === 1);
    for (const [i, level] of green.entries()) {
      expect(Math.abs(level - (100 + 5 * (i % 24)))).toBeLessThanOrEqual(4);
    }
  });

  it.each([
    ['packbits.tiff', fixture('packbits.tiff'), 'PackBits'],
    ['cut.tiff', fixture('grey8-lzw.tiff').slice(0, 90), ''],
    ['cut.jpg', fixture('rgb.jpg').slice(0, 200), ''],
    ['empty.png', new Uint8Array(), 'an empty file'],
    ['a.gif', new TextEncoder().encode('GIF89a'), 'other content'],
  ])('refuses %s', (name, bytes, found) => {
    const refused = expect.objectContaining({
      code: 'bad-image',
      details: expect.objectContaining({ where: name, found: expect.stringContaining(found) }),
    });
    expect(() => readImage(bytes, name)).toThrow(refused);
  });
});
