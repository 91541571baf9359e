import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteImage } from './image.ts';
import {
  type Resampling,
  resizeInstanceMap,
  resizeLabelImage,
  resizePillow,
} from './pillow-resize.ts';

const METHODS: Resampling[] = ['nearest', 'box', 'bilinear', 'bicubic', 'lanczos'];
const side = fc.integer({ min: 1, max: 40 });

const image: fc.Arbitrary<ByteImage> = fc
  .record({ width: side, height: side, channels: fc.constantFrom(1 as const, 3 as const) })
  .chain(({ width, height, channels }) => {
    const length = width * height * channels;
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((data) => ({ width, height, channels, data }));
  });

function ramp(width: number, height: number): ByteImage {
  const data = Uint8Array.from({ length: width * height }, (_, i) => (i * i * 37 + i * 11) % 256);
  return { width, height, channels: 1, data };
}

describe('resizePillow', () => {
  it.each(METHODS)('keeps an image of the same size with %s', (method) => {
    fc.assert(
      fc.property(image, (original) => {
        const same = resizePillow(original, original.width, original.height, method);
        expect(same).toEqual(original);
        expect(same.data).not.toBe(original.data);
      }),
      { numRuns: 30 },
    );
  });

  it.each(METHODS)('keeps one level one level with %s', (method) => {
    fc.assert(
      fc.property(side, side, side, side, fc.nat(255), (w, h, toWidth, toHeight, level) => {
        const flat = { width: w, height: h, channels: 1 as const, data: new Uint8Array(w * h) };
        flat.data.fill(level);
        const { data } = resizePillow(flat, toWidth, toHeight, method);
        expect(data).toEqual(new Uint8Array(toWidth * toHeight).fill(level));
      }),
      { numRuns: 50 },
    );
  });

  it('treats channels alone as it treats them together', () => {
    fc.assert(
      fc.property(image, side, side, (original, width, height) => {
        const { channels } = original;
        const whole = resizePillow(original, width, height, 'bicubic');
        for (let c = 0; c < channels; c++) {
          const plane = original.data.filter((_, i) => i % channels === c);
          const alone = resizePillow(
            { ...original, channels: 1, data: plane },
            width,
            height,
            'bicubic',
          );
          expect(alone.data).toEqual(whole.data.filter((_, i) => i % channels === c));
        }
      }),
      { numRuns: 30 },
    );
  });

  // `Image.fromarray(ramp).resize(size, method)` of Pillow 9.4.
  it.each([
    ['nearest', 4, 3, [0, 170, 124, 118, 238, 176, 154, 172, 132, 94, 96, 138]] as const,
    ['box', 3, 2, [96, 151, 182, 183, 90, 173]] as const,
    ['bilinear', 5, 2, [100, 104, 154, 175, 180, 170, 143, 98, 161, 170]] as const,
    [
      'bicubic',
      4,
      7,
      [
        18, 134, 135, 161, 73, 116, 183, 168, 130, 110, 208, 187, 150, 130, 168, 211, 188, 125, 124,
        181, 186, 112, 104, 168, 165, 100, 103, 172,
      ],
    ] as const,
    ['lanczos', 3, 3, [65, 154, 173, 146, 142, 196, 171, 90, 159]] as const,
  ])('gives what Pillow gives for %s', (method, width, height, expected) => {
    expect([...resizePillow(ramp(7, 5), width, height, method).data]).toEqual(expected);
  });

  it('refuses a size without pixels', () => {
    expect(() => resizePillow(ramp(3, 3), 0, 2, 'bicubic')).toThrow('cannot be resized');
    expect(() => resizePillow(ramp(3, 3), 2.5, 2, 'nearest')).toThrow('cannot be resized');
  });
});

describe('resizing maps', () => {
  it('picks ids of any size exactly as it picks bytes', () => {
    fc.assert(
      fc.property(side, side, side, side, (width, height, toWidth, toHeight) => {
        const bytes = ramp(width, height);
        const picked = resizePillow(bytes, toWidth, toHeight, 'nearest').data;
        const ids = Int32Array.from(bytes.data, (value) => value * 1000 + 1);
        const instances = resizeInstanceMap({ width, height, data: ids }, toWidth, toHeight);
        expect([...instances.data]).toEqual(Array.from(picked, (value) => value * 1000 + 1));
        const labels = Uint16Array.from(bytes.data, (value) => value + 60000);
        const resized = resizeLabelImage({ width, height, data: labels }, toWidth, toHeight);
        expect([...resized.data]).toEqual(Array.from(picked, (value) => value + 60000));
      }),
      { numRuns: 50 },
    );
  });
});
