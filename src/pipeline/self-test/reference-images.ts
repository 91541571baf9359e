import type { ReferenceArray } from '../../checkpoints/reference/reference-arrays.ts';
import type { ByteImage, FloatImage, InstanceMap } from '../../imaging/image.ts';

/** Planes `[..., C, H, W]` of levels as an image `[H, W, C]`; leading axes are 1. */
export function levelsOfPlanes({ shape, data }: ReferenceArray): ByteImage {
  const [height, width] = shape.slice(-2);
  const pixels = width * height;
  const channels = data.length / pixels;
  const levels = Uint8Array.from(
    data,
    (_, i) => data[(i % channels) * pixels + Math.trunc(i / channels)],
  );
  return { width, height, channels: channels as ByteImage['channels'], data: levels };
}

/** Levels as a network sees them: 0 to 255 on -1 to 1. */
export function floatsOfLevels({ width, height, channels, data }: ByteImage): FloatImage {
  return { width, height, channels, data: Float32Array.from(data, (level) => level / 127.5 - 1) };
}

/** Ids `[..., H, W]` as an instance map. */
export function instancesOf({ shape, data }: ReferenceArray): InstanceMap {
  const [height, width] = shape.slice(-2);
  return { width, height, data: Int32Array.from(data) };
}
