import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resizeBilinear, resizeLabels } from './resize-bilinear.ts';

const image = (width: number, height: number, data: number[]) => ({
  width,
  height,
  channels: data.length / (width * height),
  data: Float32Array.from(data),
});

describe('bilinear resizing', () => {
  it('takes places between the centres of pixels', () => {
    const { data } = resizeBilinear(image(2, 1, [0, 8]), 4, 1);
    expect([...data]).toEqual([0, 2, 6, 8]);
  });

  it('does not smooth before it makes an image smaller', () => {
    const { data } = resizeBilinear(image(4, 1, [0, 9, 0, 9]), 1, 1);
    expect([...data]).toEqual([4.5]);
  });

  it('stays between the smallest and the largest value of every channel', () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(side, side, side, side, (w, h, toW, toH) => {
        const data = Array.from({ length: 2 * w * h }, (_, i) => (i % 2 ? 5 : Math.sin(i)));
        const resized = resizeBilinear(image(w, h, data), toW, toH).data;
        expect(resized).toHaveLength(2 * toW * toH);
        for (const [i, value] of resized.entries()) {
          if (i % 2) expect(value).toBe(5);
          else expect(Math.abs(value)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('resizing a label map', () => {
  it('makes no new ids', () => {
    const labels = { width: 2, height: 2, data: Uint16Array.of(1, 2, 3, 4) };
    expect([...resizeLabels(labels, 3, 2).data]).toEqual([1, 1, 2, 3, 3, 4]);
    expect([...resizeLabels(labels, 1, 1).data]).toEqual([1]);
  });
});
