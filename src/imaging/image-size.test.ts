import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { encodeGreyPng } from './encode-png.ts';
import { checkPixels, imageSize } from './image-size.ts';
import { readImage } from './read-image.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

it.each(['grey.jpg', 'rgb.jpg', 'rgb-progressive.jpg', 'rgb-deflate.tiff', 'palette-alpha.png'])(
  'reads the size of %s without decoding it',
  (name) => {
    const { width, height } = readImage(fixture(name), name).image;
    expect(imageSize(fixture(name))).toEqual({ width, height });
  },
);

it('does not know what is no image or is cut off', () => {
  for (const bytes of [
    new Uint8Array(0),
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
    fixture('README.md'),
  ]) {
    expect(imageSize(bytes)).toBeNull();
  }
  expect(imageSize(fixture('rgb-deflate.tiff').subarray(0, 6))).toBeNull();
});

it('refuses a picture that says it is larger than fits', () => {
  const png = encodeGreyPng({ width: 2, height: 1, channels: 1, data: new Uint8Array(2) });
  expect(() => checkPixels(png, 'a.png')).not.toThrow();
  const bomb = png.slice();
  new DataView(bomb.buffer).setUint32(16, 16000);
  new DataView(bomb.buffer).setUint32(20, 16000);
  expect(() => checkPixels(bomb, 'a.png')).toThrow('too large');
});
