import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDisplay, displayLevels, PLAIN_DISPLAY } from './display-levels.ts';
import type { ByteImage } from './image.ts';
import { levelHistogram, percentileLevels } from './level-histogram.ts';
import { LOOKUP_TABLES, lookupTable } from './lookup-tables.ts';

const ramp: ByteImage = {
  width: 256,
  height: 1,
  channels: 1,
  data: Uint8Array.from({ length: 256 }, (_, level) => level),
};
const pixel = (rgba: Uint8ClampedArray, at: number) => [...rgba.subarray(4 * at, 4 * at + 4)];
const luma = ([red, green, blue]: Uint8Array) => 0.299 * red + 0.587 * green + 0.114 * blue;

describe('the lookup tables', () => {
  it('are 256 colours of steadily rising lightness, the inverted one of falling', () => {
    for (const name of LOOKUP_TABLES) {
      const table = lookupTable(name);
      expect(table).toHaveLength(768);
      const light = Array.from({ length: 256 }, (_, i) => luma(table.subarray(3 * i, 3 * i + 3)));
      const rising = name === 'inverted' ? light.toReversed() : light;
      for (let i = 1; i < 256; i++) expect(rising[i]).toBeGreaterThanOrEqual(rising[i - 1] - 0.6);
      expect(rising[255] - rising[0]).toBeGreaterThan(100);
    }
  });
});

describe('applyDisplay', () => {
  it('shows plain grey as it is, and leaves the data alone', () => {
    const before = ramp.data.slice();
    const rgba = applyDisplay(ramp, PLAIN_DISPLAY);
    for (const level of [0, 1, 127, 255]) {
      expect(pixel(rgba, level)).toEqual([level, level, level, 255]);
    }
    applyDisplay(ramp, { lut: 'fire', gamma: 0.5, black: 20, white: 90 });
    expect(ramp.data).toEqual(before);
  });

  it('colours by the table, after black, white and gamma', () => {
    const rgba = applyDisplay(ramp, { lut: 'green', gamma: 1, black: 50, white: 150 });
    expect(pixel(rgba, 50)).toEqual([0, 0, 0, 255]);
    expect(pixel(rgba, 100)).toEqual([0, 128, 0, 255]);
    expect(pixel(rgba, 200)).toEqual([0, 255, 0, 255]);
    expect(pixel(applyDisplay(ramp, { ...PLAIN_DISPLAY, lut: 'inverted' }), 5)).toEqual([
      250, 250, 250, 255,
    ]);
    expect(displayLevels({ gamma: 2, black: 0, white: 255 })[128]).toBe(64);
  });

  it('keeps alpha, and treats each channel of RGB alike', () => {
    const grey: ByteImage = { width: 1, height: 1, channels: 2, data: Uint8Array.of(200, 7) };
    const display = { lut: 'magenta', gamma: 1, black: 100, white: 200 } as const;
    expect(pixel(applyDisplay(grey, display), 0)).toEqual([255, 0, 255, 7]);
    const colours: ByteImage = {
      width: 1,
      height: 1,
      channels: 3,
      data: Uint8Array.of(100, 150, 250),
    };
    expect(pixel(applyDisplay(colours, display), 0)).toEqual([0, 128, 255, 255]);
  });

  it('never turns the order of levels round', () => {
    const levels = fc.integer({ min: 0, max: 255 });
    const settings = fc.tuple(levels, levels, fc.double({ min: 0.2, max: 4, noNaN: true }));
    fc.assert(
      fc.property(settings, ([a, b, gamma]) => {
        const shown = displayLevels({ gamma, black: Math.min(a, b), white: Math.max(a, b) });
        for (let i = 1; i < 256; i++) expect(shown[i]).toBeGreaterThanOrEqual(shown[i - 1]);
      }),
    );
  });
});

describe('percentileLevels', () => {
  it('leaves out the given share at both ends', () => {
    const data = Uint8Array.from({ length: 1000 }, (_, i) =>
      i < 5 ? 0 : i < 995 ? 80 + (i % 40) : 255,
    );
    const counts = levelHistogram({ width: 1000, height: 1, channels: 1, data });
    expect(percentileLevels(counts, 0.01, 0.01)).toEqual({ black: 80, white: 119 });
    expect(percentileLevels(counts, 0, 0)).toEqual({ black: 0, white: 255 });
  });

  it('keeps black below white in an even image', () => {
    for (const level of [0, 9, 255]) {
      const data = new Uint8Array(64).fill(level);
      const { black, white } = percentileLevels(
        levelHistogram({ width: 8, height: 8, channels: 1, data }),
        0.01,
        0.01,
      );
      expect(white).toBeGreaterThan(black);
    }
  });

  it('counts colours without their alpha', () => {
    const data = Uint8Array.of(1, 2, 3, 255, 1, 1, 1, 255);
    const counts = levelHistogram({ width: 2, height: 1, channels: 4, data });
    expect([counts[1], counts[2], counts[3], counts[255]]).toEqual([4, 1, 1, 0]);
  });
});
