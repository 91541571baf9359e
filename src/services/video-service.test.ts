import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../imaging/image.ts';
import { cellSize } from './video/compose-frame.ts';
import { createVideoService } from './video-service.ts';

const picture = (level: number): ByteImage => ({
  width: 4,
  height: 4,
  channels: 1,
  data: new Uint8Array(16).fill(level),
});
const order = { format: 'zip', fps: 60, columns: 2, cellWidth: 8 } as const;

describe('the video service', () => {
  it('offers frames where there is no encoder, and says so when asked for more', async () => {
    const service = createVideoService();
    expect(await service.formats({ width: 64, height: 64, fps: 60 })).toEqual(['zip']);
    await service.begin({ ...order, format: 'mp4' });
    await expect(service.add([picture(1), picture(2)])).rejects.toMatchObject({
      code: 'unsupported',
    });
  });

  it('writes each frame as a grid of scaled pictures', async () => {
    const service = createVideoService();
    await service.begin(order);
    for (const level of [10, 20, 30]) await service.add([picture(level), picture(level + 1)]);
    const file = await service.finish();
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(Object.keys(files)).toEqual([0, 1, 2].map((at) => `frame00000${at}.png`));
    const { width, height, data } = decode(files['frame000001.png']);
    expect([width, height]).toEqual([16, 8]);
    expect([data[0], data[7], data[8], data[15]]).toEqual([20, 20, 21, 21]);
  });

  it('begins anew', async () => {
    const service = createVideoService();
    await service.begin(order);
    await service.add([picture(1), picture(1)]);
    await service.begin({ ...order, columns: 1 });
    await service.add([picture(9)]);
    const files = unzipSync(new Uint8Array(await (await service.finish()).arrayBuffer()));
    expect(Object.keys(files)).toHaveLength(1);
    await expect(service.finish()).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('cellSize', () => {
  it('keeps the shape of the picture and both sides even', () => {
    expect(cellSize({ width: 64, height: 64 }, 255)).toEqual({ width: 256, height: 256 });
    expect(cellSize({ width: 300, height: 200 }, 128)).toEqual({ width: 128, height: 86 });
  });
});
