import type { ByteImage } from '../imaging/image.ts';

/** Images by key, the least recently used dropped first when their pixels exceed the budget. */
export interface ThumbnailCache {
  get(key: string): ByteImage | null;
  put(key: string, image: ByteImage): void;
  readonly bytes: number;
}

/** @param budget Most bytes of pixels kept; an image larger than that is not kept. */
export function createThumbnailCache(budget = 64 * 1024 * 1024): ThumbnailCache {
  // A Map iterates in order of insertion, so re-inserting on use keeps the oldest first.
  const images = new Map<string, ByteImage>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= images.get(key)?.data.byteLength ?? 0;
    images.delete(key);
  };
  return {
    get bytes() {
      return bytes;
    },
    get(key) {
      const image = images.get(key);
      if (!image) return null;
      images.delete(key);
      images.set(key, image);
      return image;
    },
    put(key, image) {
      drop(key);
      images.set(key, image);
      bytes += image.data.byteLength;
      for (const oldest of images.keys()) {
        if (bytes <= budget) break;
        drop(oldest);
      }
    },
  };
}
