/**
 * Pixels of 8 or 16 bits, `[H, W, C]`: an image, or a map whose levels are classes or ids. Every `ByteImage` is one.
 */
export interface LevelImage {
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
  data: Uint8Array | Uint16Array;
}

/** Zeros of the same kind as `like`, for another size. */
export function blankLike(like: LevelImage, width: number, height: number): LevelImage {
  const length = width * height * like.channels;
  const data = like.data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  return { width, height, channels: like.channels, data };
}
