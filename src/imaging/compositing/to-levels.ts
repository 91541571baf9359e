import type { ByteImage, FloatImage } from '../image.ts';

/** Grey levels as 8 bits: rounded, and cut off at 0 and 255. `[H, W, 1 or 3]`. */
export function toLevels({ width, height, channels, data }: FloatImage): ByteImage {
  const bytes = Uint8Array.from(data, (level) => Math.min(255, Math.max(0, Math.round(level))));
  return { width, height, channels: channels === 3 ? 3 : 1, data: bytes };
}
