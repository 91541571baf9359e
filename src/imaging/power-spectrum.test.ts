import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourier } from './fourier.ts';
import { kaiserWindow, powerSpectrum } from './power-spectrum.ts';

const value = fc.double({ min: -10, max: 10, noNaN: true });

describe('fourier', () => {
  it('is the plain sum', () => {
    const lines = fc
      .integer({ min: 0, max: 5 })
      .chain((log) =>
        fc.array(fc.tuple(value, value), { minLength: 2 ** log, maxLength: 2 ** log }),
      );
    fc.assert(
      fc.property(lines, (line) => {
        const n = line.length;
        const re = Float64Array.from(line, ([real]) => real);
        const im = Float64Array.from(line, ([, imaginary]) => imaginary);
        fourier(re, im);
        for (let k = 0; k < n; k++) {
          let [x, y] = [0, 0];
          for (const [j, [real, imaginary]] of line.entries()) {
            const angle = (-2 * Math.PI * j * k) / n;
            x += real * Math.cos(angle) - imaginary * Math.sin(angle);
            y += real * Math.sin(angle) + imaginary * Math.cos(angle);
          }
          expect(re[k]).toBeCloseTo(x, 8);
          expect(im[k]).toBeCloseTo(y, 8);
        }
      }),
    );
  });
});

describe('kaiserWindow', () => {
  it('has the values of numpy.kaiser(5, 8)', () => {
    const window = kaiserWindow(5, 8);
    expect(window[0]).toBeCloseTo(1 / 427.564115721805, 12);
    expect(window[2]).toBe(1);
    expect(window[4]).toBeCloseTo(window[0], 15);
    expect(window[1]).toBeCloseTo(window[3], 15);
    expect(window[1]).toBeGreaterThan(window[0]);
  });
});

describe('powerSpectrum', () => {
  const wave = (width: number, height: number, cycles: [x: number, y: number]) => ({
    width,
    height,
    channels: 1,
    data: Float32Array.from({ length: width * height }, (_, i) =>
      Math.cos(
        2 *
          Math.PI *
          ((cycles[0] * (i % width)) / width + (cycles[1] * Math.floor(i / width)) / height),
      ),
    ),
  });

  it('is strongest where the wave is, on both sides of the middle', () => {
    const { width, height, data } = powerSpectrum(wave(64, 32, [10, 4]));
    expect([width, height]).toEqual([64, 32]);
    const strongest = [...data.keys()].filter((at) => data[at] > -0.01);
    expect(strongest.map((at) => [(at % 64) - 32, Math.floor(at / 64) - 16])).toEqual([
      [-10, -4],
      [10, 4],
    ]);
    expect(data[16 * 64 + 32]).toBeLessThan(-40);
  });

  it('is filled up to powers of two, and has a floor', () => {
    const spectrum = powerSpectrum(wave(52, 84, [0, 0]), -60);
    expect([spectrum.width, spectrum.height]).toEqual([64, 128]);
    expect(spectrum.data[64 * 64 + 32]).toBe(0);
    expect(Math.min(...spectrum.data)).toBe(-60);
    const empty = powerSpectrum({ width: 4, height: 4, channels: 1, data: new Float32Array(16) });
    expect([...new Set(empty.data)]).toEqual([-100]);
    const point = powerSpectrum({ width: 1, height: 1, channels: 1, data: Float32Array.of(3) });
    expect([...point.data]).toEqual([0]);
  });
});
