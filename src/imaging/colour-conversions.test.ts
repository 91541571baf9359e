import { describe, expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { clearBorder } from './clear-border.ts';
import { dither } from './dither.ts';
import { dropAlpha } from './drop-alpha.ts';
import { luminance } from './luminance.ts';
import { rescaleIntensity } from './rescale-intensity.ts';

describe('conversions', () => {
  it('dithers as Pillow does', () => {
    const data = Uint8Array.of(
      ...[10, 60, 128, 129, 200, 250],
      ...[30, 90, 120, 140, 180, 240],
      ...[127, 127, 127, 127, 127, 127],
    );
    const dots = dither({ width: 6, height: 3, channels: 1, data }).data;
    expect([...dots].map((dot) => dot / 255)).toEqual([
      0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0,
    ]);
  });

  it('drops alpha and keeps the colours', () => {
    const image = {
      width: 1,
      height: 2,
      channels: 4 as const,
      data: Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 255),
    };
    expect([...dropAlpha(image).data]).toEqual([1, 2, 3, 4, 5, 6]);
    const grey = { width: 2, height: 1, channels: 2 as const, data: Uint8Array.of(7, 0, 8, 9) };
    expect(dropAlpha(grey)).toEqual({
      width: 2,
      height: 1,
      channels: 1,
      data: Uint8Array.of(7, 8),
    });
  });

  it('weighs colours by their luminance, in the range of the image', () => {
    const white = { width: 1, height: 1, channels: 3, data: Float32Array.of(65535, 65535, 65535) };
    expect(luminance(white)[0]).toBeCloseTo(65535, 0);
    const red = { width: 1, height: 1, channels: 4, data: Float32Array.of(1, 0, 0, 1) };
    expect(luminance(red)[0]).toBeCloseTo(0.2125, 6);
    expect([
      ...luminance({ width: 2, height: 1, channels: 1, data: Float32Array.of(3, 4) }),
    ]).toEqual([3, 4]);
  });

  it('stretches contrast and holds what is beyond', () => {
    expect([...rescaleIntensity([0, 10, 15, 20, 30], 10, 20)]).toEqual([0, 0, 0.5, 1, 1]);
    expect([...rescaleIntensity([4, 5, 6], 5, 5)]).toEqual([0, 0, 1]);
  });

  it('clears what touches the edge', () => {
    const cleared = clearBorder(readLabels('1....\n1.22.\n..22.\n....3'));
    expect([...cleared.data].filter(Boolean)).toEqual([2, 2, 2, 2]);
  });
});
