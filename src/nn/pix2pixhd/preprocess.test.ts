import { describe, expect, it } from 'vitest';
import {
  type Preprocessing,
  parseResizeOrCrop,
  preprocessImage,
  preprocessInstances,
} from './preprocess.ts';

const image = {
  width: 4,
  height: 2,
  channels: 1 as const,
  data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
};
const crop: Preprocessing = {
  mode: 'crop',
  loadSize: 4,
  fineSize: 3,
  cropPosition: [2, 0],
  flip: false,
  multiple: 4,
};

describe('preprocessing', () => {
  it('reads black beyond the edge of a crop', () => {
    expect(preprocessImage(image, crop)).toEqual({
      width: 3,
      height: 3,
      channels: 1,
      data: Uint8Array.of(3, 4, 0, 7, 8, 0, 0, 0, 0),
    });
  });

  it('flips after cropping', () => {
    const { data } = preprocessImage(image, { ...crop, flip: true });
    expect([...data]).toEqual([0, 4, 3, 0, 8, 7, 0, 0, 0]);
  });

  it('picks instance ids from the same places as pixels', () => {
    const ids = { width: 4, height: 2, data: Int32Array.from(image.data, (id) => id * 1000) };
    const { data } = preprocessInstances(ids, { ...crop, flip: true });
    expect([...data]).toEqual([0, 4000, 3000, 0, 8000, 7000, 0, 0, 0]);
  });

  it('rounds half to even with none', () => {
    const sized = (width: number) => ({
      ...image,
      width,
      height: 4,
      data: new Uint8Array(width * 4),
    });
    const widths = [6, 10, 14].map(
      (width) => preprocessImage(sized(width), { ...crop, mode: 'none' }).width,
    );
    expect(widths).toEqual([8, 8, 16]);
  });

  it('refuses a mode that does not exist', () => {
    expect(parseResizeOrCrop('scale_width')).toBe('scale_width');
    expect(() => parseResizeOrCrop('stretch')).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    );
  });
});
