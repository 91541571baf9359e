import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../imaging/image.ts';
import { createThumbnailCache } from './thumbnail-cache.ts';

function image(bytes: number): ByteImage {
  return { width: bytes, height: 1, channels: 1, data: new Uint8Array(bytes) };
}

describe('createThumbnailCache', () => {
  it('drops what was not used for longest when it is full', () => {
    const cache = createThumbnailCache(10);
    cache.put('a', image(4));
    cache.put('b', image(4));
    cache.get('a');
    cache.put('c', image(4));
    expect([cache.get('a') !== null, cache.get('b'), cache.get('c') !== null]).toEqual([
      true,
      null,
      true,
    ]);
    expect(cache.bytes).toBe(8);
  });

  it('counts a replaced image once and keeps none that is too large', () => {
    const cache = createThumbnailCache(10);
    cache.put('a', image(4));
    cache.put('a', image(6));
    expect(cache.bytes).toBe(6);
    cache.put('b', image(11));
    expect([cache.get('a'), cache.get('b'), cache.bytes]).toEqual([null, null, 0]);
  });
});
