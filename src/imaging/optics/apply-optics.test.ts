import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FloatImage } from '../image.ts';
import { applyOptics, type Optics } from './apply-optics.ts';

const NONE: Optics = { psfSigma: 0, photonsAtWhite: 0, readNoise: 0, offset: 0, seed: 0 };

function flat(level: number, side: number, channels = 1): FloatImage {
  const data = new Float32Array(side * side * channels).fill(level);
  return { width: side, height: side, channels, data };
}

function moments(data: Float32Array): { mean: number; variance: number } {
  const mean = data.reduce((sum, level) => sum + level, 0) / data.length;
  const variance = data.reduce((sum, level) => sum + (level - mean) ** 2, 0) / data.length;
  return { mean, variance };
}

describe('applyOptics', () => {
  it('changes nothing without any', () => {
    const image = { ...flat(0, 4), data: Float32Array.from({ length: 16 }, (_, at) => at * 30.25) };
    expect(applyOptics(image, NONE)).toEqual(image);
  });

  it('gives what SciPy and NumPy give for the same seed', () => {
    const data = Float32Array.from({ length: 12 }, (_, at) => at * 20);
    const image = { width: 4, height: 3, channels: 1, data };
    const optics = { psfSigma: 1.2, photonsAtWhite: 100, readNoise: 3, offset: 7, seed: 9 };
    // SciPy's gaussian_filter (reflect), then RandomState(9): poisson, then normal, pixel by pixel.
    const expected = [
      59.4149, 69.3066, 65.0077, 126.9704, 105.9782, 124.1478, 162.0258, 144.7959, 192.1491,
      174.2343, 152.1022, 177.5655,
    ];
    const seen = applyOptics(image, optics).data;
    for (const [at, level] of expected.entries()) expect(seen[at]).toBeCloseTo(level, 3);
  });

  it.each([
    [60, 50],
    [200, 2000],
  ])('of level %s and %s photons at white has the noise of photons', (level, photonsAtWhite) => {
    const side = 160;
    const { mean, variance } = moments(
      applyOptics(flat(level, side), { ...NONE, photonsAtWhite, seed: 4 }).data,
    );
    const expected = (level * 255) / photonsAtWhite;
    expect(Math.abs(mean - level)).toBeLessThan(5 * Math.sqrt(expected / side ** 2));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.05);
  });

  it('adds read noise of its deviation, and the offset', () => {
    const optics = { ...NONE, readNoise: 6, offset: -20, seed: 1 };
    const { mean, variance } = moments(applyOptics(flat(10, 160), optics).data);
    expect(Math.abs(mean + 10)).toBeLessThan((5 * 6) / 160);
    expect(Math.abs(variance / 36 - 1)).toBeLessThan(0.05);
  });

  it('spreads a point over its surroundings and keeps its light', () => {
    const image = flat(0, 21);
    image.data[10 * 21 + 10] = 1000;
    const { data } = applyOptics(image, { ...NONE, psfSigma: 1.5 });
    expect(data.reduce((sum, level) => sum + level, 0)).toBeCloseTo(1000, 1);
    // The second moment of a Gaussian of this width, by its samples.
    const moment = data.reduce((sum, level, at) => sum + level * ((at % 21) - 10) ** 2, 0);
    expect(moment / 1000).toBeCloseTo(1.5 ** 2, 1);
  });

  it('keeps grey grey, and gives each channel of colours its own noise', () => {
    const optics = { ...NONE, photonsAtWhite: 40, seed: 5 };
    const grey = applyOptics(flat(90, 12, 3), optics).data;
    expect(grey.every((level, at) => level === grey[at - (at % 3)])).toBe(true);
    const image = flat(90, 60, 3);
    image.data[0] = 91;
    const colours = applyOptics(image, optics).data;
    const equal = colours.filter((level, at) => at % 3 === 1 && level === colours[at - 1]).length;
    expect(equal).toBeLessThan(3600 * 0.2);
  });

  it('is the same for the same seed, and another for another', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const optics = { ...NONE, photonsAtWhite: 80, readNoise: 1, seed };
        const image = flat(100, 6);
        const seen = applyOptics(image, optics).data;
        expect(applyOptics(image, optics).data).toEqual(seen);
        expect(applyOptics(image, { ...optics, seed: seed + 1 }).data).not.toEqual(seen);
      }),
      { numRuns: 20 },
    );
  });
});
