import { describe, expect, it } from 'vitest';
import { synthesisGeometry } from './layer-geometry.ts';
import { designLowpass } from './lowpass-filter.ts';
import { inverseTransform, makeTransform } from './transform.ts';

describe('synthesisGeometry', () => {
  it('is that of stylegan3-t at 256', () => {
    const { layers, numWs, input } = synthesisGeometry({ imgResolution: 256, imgChannels: 3 });
    expect(layers.map(({ name }) => name).join(' ')).toBe(
      'L0_36_512 L1_36_512 L2_36_512 L3_52_512 L4_52_512 L5_84_512 L6_84_512 L7_148_512 ' +
        'L8_148_512 L9_148_362 L10_276_256 L11_276_181 L12_276_128 L13_256_128 L14_256_3',
    );
    expect(numWs).toBe(16);
    expect(input).toEqual({ channels: 512, size: 36, samplingRate: 16, bandwidth: 2 });
    expect(layers.map(({ padding }) => padding[0])).toEqual([
      9, 9, 9, -6, 9, -6, 9, -6, 9, 9, -6, 9, 9, -11, 0,
    ]);
  });
});

describe('designLowpass', () => {
  it('gives the known taps', () => {
    const design = { taps: 12, cutoff: 2, width: 12, samplingRate: 32 };
    const row = designLowpass({ ...design, radial: false });
    const half = [0.000791902, 0.010018318, 0.038949523, 0.09241279, 0.15652561, 0.20130186];
    for (const [i, tap] of half.entries()) {
      expect(row?.taps[i]).toBeCloseTo(tap, 7);
      expect(row?.taps[11 - i]).toBeCloseTo(tap, 7);
    }
    const plane = designLowpass({ ...design, radial: true });
    const middle = [0.000205262, 0.00227863, 0.008198048, 0.018542157, 0.03053336, 0.038754884];
    for (const [i, tap] of middle.entries()) expect(plane?.taps[5 * 12 + i]).toBeCloseTo(tap, 7);
  });

  it('is nothing for one tap', () => {
    const design = { taps: 1, cutoff: 2, width: 12, samplingRate: 32, radial: false };
    expect(designLowpass(design)).toBeNull();
  });
});

describe('inverseTransform', () => {
  it('undoes makeTransform', () => {
    const placement = { translateX: -0.3, translateY: 0.2, rotateDegrees: -75 };
    const [a, b] = [makeTransform(placement), inverseTransform(placement)];
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        const sum = [0, 1, 2].reduce((s, k) => s + a[row * 3 + k] * b[k * 3 + column], 0);
        expect(sum).toBeCloseTo(row === column ? 1 : 0, 12);
      }
    }
  });
});
