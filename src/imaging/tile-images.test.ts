import { describe, expect, it } from 'vitest';
import type { ByteImage } from './image.ts';
import { tileImages } from './tile-images.ts';

const filled = (level: number, channels: 1 | 3 = 1): ByteImage => ({
  width: 2,
  height: 2,
  channels,
  data: new Uint8Array(4 * channels).fill(level),
});

describe('tileImages', () => {
  it('puts images row by row and leaves gaps black', () => {
    const grid = tileImages([null, filled(1), filled(2), filled(3), filled(4)], 3);
    expect([grid.width, grid.height, grid.channels]).toEqual([6, 4, 1]);
    expect([...grid.data]).toEqual([
      ...[0, 0, 1, 1, 2, 2],
      ...[0, 0, 1, 1, 2, 2],
      ...[3, 3, 4, 4, 0, 0],
      ...[3, 3, 4, 4, 0, 0],
    ]);
  });

  it('keeps channels together', () => {
    const [left, right] = [filled(1, 3), filled(2, 3)];
    expect([...tileImages([left, right], 2).data.subarray(0, 12)]).toEqual([
      ...[1, 1, 1, 1, 1, 1],
      ...[2, 2, 2, 2, 2, 2],
    ]);
  });

  it('refuses images that differ, and none at all', () => {
    const refused = expect.objectContaining({ code: 'bad-image' });
    expect(() => tileImages([filled(1), filled(1, 3)], 2)).toThrow(refused);
    expect(() => tileImages([null], 1)).toThrow(refused);
  });
});
