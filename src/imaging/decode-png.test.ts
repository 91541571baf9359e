import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { decodeLabelPng, decodePng } from './decode-png.ts';
import { encodeGreyPng } from './encode-png.ts';

/** Written by Pillow. */
function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./fixtures/${name}.png`, import.meta.url)));
}

const GREY = encodeGreyPng({ width: 40, height: 40, channels: 1, data: new Uint8Array(1600) });

describe('decodePng', () => {
  it('expands a palette of few bits', () => {
    const { image, notices } = decodePng(fixture('palette-2-bit'));
    expect(image).toMatchObject({ width: 4, height: 3, channels: 3 });
    expect([...image.data.slice(0, 12)]).toEqual([0, 0, 0, 255, 0, 0, 0, 128, 255, 0, 0, 0]);
    expect(notices).toEqual(['palette-expanded']);
  });

  it('lays transparent palette entries over black', () => {
    const { image, notices } = decodePng(fixture('palette-alpha'));
    expect([...image.data.slice(0, 9)]).toEqual([0, 0, 0, 255, 0, 0, 0, 0, 0]);
    expect(notices).toEqual(['palette-expanded', 'laid-over-black']);
  });

  it('spreads one bit over 0 and 255, row by row', () => {
    const { image, notices } = decodePng(fixture('one-bit'));
    expect(image).toMatchObject({ width: 11, height: 3, channels: 1 });
    expect([...image.data]).toEqual(
      Array.from({ length: 33 }, (_, i) => (((i % 11) + Math.floor(i / 11)) % 2) * 255),
    );
    expect(notices).toEqual(['scaled-from-few-bits']);
  });

  it('scales 16 bits to 8', () => {
    const { image, notices } = decodePng(fixture('grey-16-bit'));
    expect([...image.data]).toEqual(
      Array.from({ length: 12 }, (_, i) => Math.round(((i * 6000) % 65536) / 257)),
    );
    expect(notices).toEqual(['scaled-from-16-bit']);
  });

  it('drops alpha that says nothing and lays clear pixels over black', () => {
    const opaque = decodePng(fixture('rgba-opaque'));
    expect([...opaque.image.data.slice(0, 3)]).toEqual([200, 100, 50]);
    expect(opaque.notices).toEqual(['opaque-alpha-dropped']);
    const clear = decodePng(fixture('rgba-clear'));
    expect([...clear.image.data.slice(0, 9)]).toEqual([0, 0, 0, 100, 50, 25, 200, 100, 50]);
    expect(clear.notices).toEqual(['laid-over-black']);
  });

  it('reads from the middle of a buffer', () => {
    const buffer = new Uint8Array(GREY.length + 7);
    buffer.set(GREY, 7);
    expect(decodePng(buffer.subarray(7)).image.width).toBe(40);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('<html>this is not a picture</html>')],
    ['half a file', GREY.slice(0, GREY.length >> 1)],
    ['a changed byte', GREY.map((byte, i) => (i === GREY.length - 20 ? byte ^ 1 : byte))],
    ['no pixels', GREY.map((byte, i) => (i >= 16 && i < 20 ? 0 : byte))],
    ['a side of 4 milliards', GREY.map((byte, i) => (i >= 16 && i < 20 ? 255 : byte))],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodePng(bytes, 'bad.png')).toThrow(CytoForgeError);
  });
});

describe('decodeLabelPng', () => {
  it('keeps the ids of a 16-bit map', () => {
    const ids = Array.from({ length: 12 }, (_, i) => (i * 6000) % 65536);
    expect([...decodeLabelPng(fixture('grey-16-bit')).data]).toEqual(ids);
  });

  it.each(['palette-2-bit', 'rgba-opaque', 'one-bit'])('refuses %s', (name) => {
    expect(() => decodeLabelPng(fixture(name))).toThrow(CytoForgeError);
  });
});
