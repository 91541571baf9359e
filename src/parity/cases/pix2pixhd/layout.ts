import type { SafetensorsTensor } from '../../../checkpoints/safetensors.ts';
import type { ByteImage, FloatImage, InstanceMap } from '../../../imaging/image.ts';

/** `[..., C, H, W]` float values as an image `[H, W, C]`; leading axes are 1. */
export function imageOfPlanes({ shape, data }: SafetensorsTensor): FloatImage {
  const [channels, height, width] = shape.slice(-3);
  const pixels = width * height;
  const interleaved = new Float32Array(pixels * channels);
  for (let i = 0; i < interleaved.length; i++) {
    interleaved[i] = data[(i % channels) * pixels + Math.trunc(i / channels)];
  }
  return { width, height, channels, data: interleaved };
}

/** The first `count` channels of `[H, W, C]` as planes `[C, H, W]`. */
export function planesOfImage(
  { width, height, channels, data }: Omit<FloatImage, 'data'> & { data: ArrayLike<number> },
  count = channels,
): Float32Array {
  const pixels = width * height;
  return Float32Array.from(
    { length: pixels * count },
    (_, i) => data[(i % pixels) * channels + Math.trunc(i / pixels)],
  );
}

/** `[H, W]` ids as an instance map. */
export function instanceMapOf({ shape, data }: SafetensorsTensor): InstanceMap {
  const [height, width] = shape.slice(-2);
  return { width, height, data: Int32Array.from(data) };
}

/** `[H, W]` levels or class ids as a one-channel image. */
export function greyImageOf({ shape, data }: SafetensorsTensor): ByteImage {
  const [height, width] = shape.slice(-2);
  return { width, height, channels: 1, data: Uint8Array.from(data) };
}
