import { describe, expect, it } from 'vitest';
import { percentileThreshold } from './percentile-threshold.ts';
import { preprocessForMesmer } from './preprocess.ts';

describe('percentileThreshold', () => {
  it('counts only values that are not 0', () => {
    const values = Float32Array.of(0, 0, 0, 0, 1, 2, 3, 5);
    expect(Array.from(percentileThreshold(values, 50))).toEqual([0, 0, 0, 0, 1, 2, 2.5, 2.5]);
  });

  it('leaves zeros as they are', () => {
    expect(percentileThreshold(new Float32Array(3), 99.9)).toEqual(new Float32Array(3));
  });
});

describe('preprocessForMesmer', () => {
  it('brings every channel to 0 to 1 by itself, in 8 bits or 16, and a constant one to 0', () => {
    const levels = Array.from({ length: 200 }, (_, i) => (i * 37) % 101);
    const image = (factor: number) => ({
      width: 20,
      height: 10,
      channels: 2,
      data: Float32Array.from({ length: 400 }, (_, i) => (i % 2 ? 9 : factor * levels[i >> 1])),
    });
    const few = preprocessForMesmer(image(1)).data;
    const many = preprocessForMesmer(image(256)).data;
    expect(few).toEqual(many);
    const first = few.filter((_, i) => i % 2 === 0);
    expect([Math.min(...first), Math.max(...first)]).toEqual([0, 1]);
    expect(few.filter((_, i) => i % 2 === 1).every((value) => value === 0)).toBe(true);
  });
});
