import { describe, expect, it } from 'vitest';
import { predictTiles } from './predict-tiles.ts';

function noise(width: number, height: number, channels: number) {
  const data = Float32Array.from({ length: width * height * channels }, (_, i) =>
    Math.abs(Math.sin(i * 12.9898)),
  );
  return { width, height, channels, data };
}

const same = async (tiles: Float32Array) => tiles;

describe('predictTiles', () => {
  it.each([
    [100, 70],
    [64, 64],
    [20, 150],
    [1, 1],
  ])('puts an image of %i × %i together again', async (width, height) => {
    const image = noise(width, height, 2);
    const { data } = await predictTiles(image, 64, 2, same);
    expect(data.length).toBe(image.data.length);
    data.forEach((value, i) => {
      expect(value).toBeCloseTo(image.data[i], 5);
    });
  });

  it('gives the network four tiles at a time, and tells how far it is', async () => {
    const counts: number[] = [];
    const shares: number[] = [];
    const count = async (tiles: Float32Array) => {
      counts.push(tiles.length / 64 ** 2);
      return tiles;
    };
    await predictTiles(noise(150, 100, 1), 64, 1, count, {
      onProgress: (share) => shares.push(share),
    });
    expect(counts).toEqual([4, 2]);
    expect(shares).toEqual([4 / 6, 1]);
  });

  it('stops between batches', async () => {
    const abort = new AbortController();
    const stopping = async (tiles: Float32Array) => {
      abort.abort();
      return tiles;
    };
    const { signal } = abort;
    await expect(
      predictTiles(noise(200, 200, 1), 64, 1, stopping, { signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});
