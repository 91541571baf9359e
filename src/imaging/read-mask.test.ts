import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readMask as drawn, readLabels } from './ascii-mask.ts';
import { encodeGreyPng, encodeLabelPng } from './encode-png.ts';
import { labelComponents } from './label-components.ts';
import { readLevels } from './read-levels.ts';
import { readMask } from './read-mask.ts';

function read(bytes: Uint8Array) {
  const { labels, nuclei, kind } = readMask(readLevels(bytes, 'a.png')[0], 'a.png');
  return { kind, labels: draw(labels), nuclei: nuclei && draw(nuclei) };
}

const RINGS = `
  #######...
  #.....#...
  #.....#.##
  #.....#.##
  #######...
`;

describe('a mask', () => {
  it('of two levels is its connected pieces', () => {
    const mask = drawn('##...\n##..#\n....#');
    for (const white of [1, 255]) {
      const data = mask.data.map((level) => (level ? white : 0));
      expect(read(encodeGreyPng({ ...mask, data }))).toEqual({
        kind: 'binary',
        labels: ['11...', '11..2', '....2'],
        nuclei: null,
      });
    }
  });

  it('of rings has nuclei in them', () => {
    const { kind, labels, nuclei } = read(encodeGreyPng(drawn(RINGS)));
    expect(kind).toBe('rings');
    expect(labels).toEqual(['1111111...', '1111111...', '1111111.22', '1111111.22', '1111111...']);
    expect(nuclei?.[1]).toBe('.#####....');
    expect(nuclei?.[4]).toBe('..........');
  });

  it('with a tiny hole is filled: that is no nucleus', () => {
    const { kind, labels } = read(encodeGreyPng(drawn('####\n#.##\n####\n....')));
    expect(kind).toBe('binary');
    expect(labels[1]).toBe('1111');
  });

  it('with 76 in it has its nuclei there', () => {
    const data = Uint8Array.of(0, 255, 255, 0, 76, 255, 0, 0, 0);
    const result = read(encodeGreyPng({ width: 3, height: 3, channels: 1, data }));
    expect(result).toEqual({
      kind: 'nuclei',
      labels: ['.11', '.11', '...'],
      nuclei: ['...', '.#.', '...'],
    });
  });

  it('of ids keeps them, of 8 or 16 bits', () => {
    const labels = readLabels('11..\n.92.\n..2.');
    expect(read(encodeLabelPng(labels))).toEqual({
      kind: 'ids',
      labels: ['11..', '.92.', '..2.'],
      nuclei: null,
    });
    const bytes = { ...labels, channels: 1 as const, data: Uint8Array.from(labels.data) };
    expect(read(encodeGreyPng(bytes)).labels).toEqual(['11..', '.92.', '..2.']);
  });

  it('with soft edges is cut at half', () => {
    const width = 12;
    const data = Uint8Array.from({ length: 144 }, (_, at) => (at % width < 6 ? 255 : 0));
    data.set([20, 90, 200, 160], 70);
    const result = read(encodeGreyPng({ width, height: 12, channels: 1, data }));
    expect(result.kind).toBe('smooth');
  });

  it('of colours has a cell for each, whatever is transparent is none', () => {
    const colours = [
      [0, 0, 0, 255],
      [200, 30, 30, 255],
      [30, 200, 30, 255],
      [90, 90, 200, 0],
    ];
    const data = Uint8Array.from([1, 1, 0, 2, 0, 3].flatMap((at) => colours[at]));
    expect(read(encode({ width: 3, height: 2, channels: 4, depth: 8, data }))).toEqual({
      kind: 'colours',
      labels: ['11.', '2..'],
      nuclei: null,
    });
  });

  it('in three equal channels is grey', () => {
    const data = Uint8Array.from([0, 255, 255, 0].flatMap((level) => [level, level, level]));
    expect(read(encode({ width: 2, height: 2, channels: 3, depth: 8, data }))).toMatchObject({
      kind: 'binary',
      labels: ['.1', '1.'],
    });
  });

  it('that is a photograph is refused', () => {
    const data = Uint8Array.from(
      { length: 64 * 64 * 3 },
      (_, at) => (at * at * 31 + (at >> 3)) % 256,
    );
    const bytes = encode({ width: 64, height: 64, channels: 3, depth: 8, data });
    expect(() => read(bytes)).toThrow(/no mask/);
  });

  it('keeps every pixel of two levels, and covers what they enclose', () => {
    fc.assert(
      fc.property(arbitraryMask(), (mask) => {
        const values = new Set(mask.data);
        if (values.size < 2) return;
        const { labels } = readMask(readLevels(encodeGreyPng(mask), 'm')[0], 'm');
        const pieces = labelComponents(mask);
        expect(labels.data.filter((_, at) => mask.data[at] !== 0)).toEqual(
          pieces.data.filter((id) => id !== 0),
        );
      }),
    );
  });

  it('that is damaged is read or refused in our own words', () => {
    const fixture = (name: string) =>
      Uint8Array.from(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
    const files = ['grey16-pages.tiff', 'ids16.tiff', 'packbits.tiff', 'palette-labels.png'];
    const file = fc.constantFrom(...files.map(fixture));
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(file, changes, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, some, cut) => {
        const damaged = bytes.slice(0, cut > 0.7 ? Math.floor(cut * bytes.length) : undefined);
        for (const [at, value] of some) damaged[at % damaged.length] = value;
        try {
          for (const levels of readLevels(damaged, 'a')) readMask(levels, 'a');
        } catch (error) {
          expect(error).toBeInstanceOf(CytoForgeError);
        }
      }),
    );
  });
});
