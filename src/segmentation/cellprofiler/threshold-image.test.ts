import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../../errors.ts';
import type { RealImage } from '../../imaging/real-values.ts';
import { thresholdImage } from './threshold-image.ts';
import {
  ADAPTIVE_THRESHOLD_METHODS,
  DEFAULT_THRESHOLD_SETTINGS,
  type ThresholdSettings,
} from './threshold-settings.ts';

const SIDE = 64;

/** Cells of 5 × 5 pixels every 16, on a ground that gets brighter to the right; `rise` is by how much. */
function cellsOnGradient(rise: number): RealImage {
  const data = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    const x = i % SIDE;
    const y = (i - x) / SIDE;
    const isCell = (x + 10) % 16 < 5 && (y + 10) % 16 < 5;
    return 0.05 + (rise * x) / SIDE + (isCell ? 0.3 : 0) + ((i * 7) % 13) / 1000;
  });
  return { width: SIDE, height: SIDE, data };
}

function settings(changes: Partial<ThresholdSettings>): ThresholdSettings {
  return { ...DEFAULT_THRESHOLD_SETTINGS, smoothingScale: 0, ...changes };
}

function foreground(image: RealImage, changes: Partial<ThresholdSettings>): number {
  return thresholdImage(image, settings(changes)).binary.reduce((sum, pixel) => sum + pixel, 0);
}

describe('thresholdImage', () => {
  const even = cellsOnGradient(0);
  const uneven = cellsOnGradient(0.4);
  const cells = 16 * 25;

  it('divides cells from an even ground with one threshold', () => {
    expect(foreground(even, {})).toBe(cells);
    expect(foreground(even, { globalMethod: 'Manual', manualThreshold: 0.2 })).toBe(cells);
    expect(foreground(uneven, {})).toBeGreaterThan(2 * cells);
  });

  it('divides them from an uneven ground with a threshold for each pixel', () => {
    const { final, original, guide } = thresholdImage(
      uneven,
      settings({ scope: 'Adaptive', adaptiveMethod: 'Otsu', adaptiveWindow: 16 }),
    );
    expect([final, original].map((thresholds) => (thresholds as Float64Array).length)).toEqual([
      SIDE * SIDE,
      SIDE * SIDE,
    ]);
    for (const threshold of final as Float64Array) {
      expect(threshold).toBeGreaterThanOrEqual(0.7 * (guide ?? 0));
      expect(threshold).toBeLessThanOrEqual(1.5 * (guide ?? 0));
    }
    const wrong = foreground(uneven, {}) - cells;
    const adaptive = foreground(uneven, {
      scope: 'Adaptive',
      adaptiveMethod: 'Otsu',
      adaptiveWindow: 16,
    });
    expect(Math.abs(adaptive - cells)).toBeLessThan(wrong / 2);
  });

  it.each(ADAPTIVE_THRESHOLD_METHODS)('thresholds pixels by %s, also by logarithms', (method) => {
    for (const logTransform of [false, true]) {
      const { final } = thresholdImage(
        uneven,
        settings({ scope: 'Adaptive', adaptiveMethod: method, adaptiveWindow: 20, logTransform }),
      );
      expect((final as Float64Array).every((threshold) => threshold > 0 && threshold < 1)).toBe(
        true,
      );
    }
  });

  it('multiplies the threshold and keeps it within bounds', () => {
    const { original, final } = thresholdImage(even, settings({ correctionFactor: 1.2 }));
    expect(final).toBeCloseTo(1.2 * (original as number), 12);
    expect(thresholdImage(even, settings({ lowerBound: 0.3 })).final).toBe(0.3);
    expect(thresholdImage(even, settings({ upperBound: 0.1 })).final).toBe(0.1);
    const manual = settings({ globalMethod: 'Manual', manualThreshold: 0.4, upperBound: 0.1 });
    expect(thresholdImage(even, manual).final).toBe(0.4);
  });

  it('takes a pixel at the threshold for foreground', () => {
    const image = { width: 2, height: 1, data: Float64Array.of(0.5, 0.4999) };
    const manual = settings({ globalMethod: 'Manual', manualThreshold: 0.5 });
    expect([...thresholdImage(image, manual).binary]).toEqual([1, 0]);
  });

  it('smooths with a sigma of 1 by default', () => {
    expect(thresholdImage(even, DEFAULT_THRESHOLD_SETTINGS).sigma).toBeCloseTo(1, 12);
  });

  it.each([0, 1, 33, 50])('refuses a window of %i pixels in an image of 64', (adaptiveWindow) => {
    expect(() => thresholdImage(even, settings({ scope: 'Adaptive', adaptiveWindow }))).toThrow(
      CytoForgeError,
    );
  });

  it('gives an even image one threshold, its value', () => {
    const image = { width: 8, height: 8, data: new Float64Array(64).fill(0.25) };
    const adaptive = settings({ scope: 'Adaptive', adaptiveWindow: 50 });
    expect(new Set(thresholdImage(image, adaptive).final as Float64Array)).toEqual(new Set([0.25]));
    expect(thresholdImage(image, settings({})).final).toBe(0.25);
  });
});
