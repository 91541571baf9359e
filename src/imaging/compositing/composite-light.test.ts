import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteImage, FloatImage } from '../image.ts';
import { type CompositeMode, compositeLight } from './composite-light.ts';
import { toLevels } from './to-levels.ts';

const MODES: CompositeMode[] = ['sum', 'physical', 'screen', 'alpha'];

function grey(levels: number[]): ByteImage {
  return { width: levels.length, height: 1, channels: 1, data: Uint8Array.from(levels) };
}

function lightOf(levels: number[]): FloatImage {
  return { width: levels.length, height: 1, channels: 1, data: Float32Array.from(levels) };
}

function join(image: number[], light: number[], mode: CompositeMode, opacity = 1): number[] {
  return [...compositeLight(grey(image), lightOf(light), { mode, opacity }).data];
}

describe('compositeLight', () => {
  it('joins as each mode says', () => {
    const image = [0, 100, 200, 200];
    const light = [50, 100, 100, 400];
    expect(join(image, light, 'sum')).toEqual([50, 200, 255, 255]);
    expect(join(image, light, 'sum', 0.5)).toEqual([25, 150, 250, 255]);
    expect(join(image, light, 'physical')).toEqual([50, 200, 300, 600]);
    expect(join(image, light, 'alpha', 0.25)).toEqual([12.5, 100, 175, 213.75]);
    const screened = join([0, 51, 204, 10], [100, 51, 204, 400], 'screen');
    for (const [at, level] of [100, 91.8, 244.8, 255].entries()) {
      expect(screened[at]).toBeCloseTo(level, 4);
    }
  });

  it('is the saturating sum of Combine.py for bytes', () => {
    const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const light = lightOf([...b]);
        const joined = toLevels(compositeLight(grey([...a]), light, { mode: 'sum', opacity: 1 }));
        expect([...joined.data]).toEqual([...a].map((level, at) => Math.min(level + b[at], 255)));
      }),
    );
  });

  it('leaves the image alone where there is no light or no opacity', () => {
    const bytes = fc.uint8Array({ minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(bytes, bytes, fc.constantFrom(...MODES), (a, b, mode) => {
        expect(join([...a], [...b], mode, 0)).toEqual([...a]);
        if (mode !== 'alpha') expect(join([...a], [0, 0, 0, 0, 0, 0], mode)).toEqual([...a]);
      }),
    );
  });

  it('is black below where there is no image, and RGB where one of the two is', () => {
    const options = { mode: 'sum' as const, opacity: 1 };
    expect([...compositeLight(null, lightOf([3, 400]), options).data]).toEqual([3, 255]);
    const rgb = { width: 1, height: 1, channels: 3, data: Float32Array.of(1, 2, 3) };
    expect(compositeLight(grey([10]), rgb, options)).toEqual({
      ...rgb,
      data: Float32Array.of(11, 12, 13),
    });
    const image: ByteImage = { width: 1, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3) };
    expect([...compositeLight(image, lightOf([5]), options).data]).toEqual([6, 7, 8]);
  });
});

it('toLevels rounds and cuts off', () => {
  expect([...toLevels(lightOf([-3, 0.4, 0.5, 254.6, 300])).data]).toEqual([0, 0, 1, 255, 255]);
});
