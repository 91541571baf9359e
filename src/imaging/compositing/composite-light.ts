import type { ByteImage, FloatImage } from '../image.ts';

/**
 * How the light of spots joins an image. `sum` adds and saturates at 255, as the seed system's `Combine.py`;
 * `physical` adds and leaves saturation to the camera; `screen` brightens less where it is bright already; `alpha`
 * blends: `(1 - opacity) · image + opacity · light`.
 */
export type CompositeMode = 'sum' | 'physical' | 'screen' | 'alpha';

const WHITE = 255;

const OF_MODE: Record<CompositeMode, (image: number, light: number, opacity: number) => number> = {
  sum: (image, light, opacity) => Math.min(WHITE, image + opacity * light),
  physical: (image, light, opacity) => image + opacity * light,
  screen: (image, light, opacity) => {
    const joining = Math.min(WHITE, opacity * light);
    return image + joining - (image * joining) / WHITE;
  },
  alpha: (image, light, opacity) => (1 - opacity) * image + opacity * Math.min(WHITE, light),
};

/**
 * An image with the light of spots, in grey levels; RGB where one of the two is.
 * @param image Null is black.
 * @param light Grey or RGB, of the same size.
 * @param options.opacity 0..1, what the light counts.
 */
export function compositeLight(
  image: ByteImage | null,
  light: FloatImage,
  { mode, opacity }: { mode: CompositeMode; opacity: number },
): FloatImage {
  const { width, height } = light;
  const channels = Math.max(image?.channels ?? 1, light.channels);
  const data = new Float32Array(width * height * channels);
  const join = OF_MODE[mode];
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < channels; channel++) {
      const below = image ? levelAt(image, pixel, channel) : 0;
      data[pixel * channels + channel] = join(below, levelAt(light, pixel, channel), opacity);
    }
  }
  return { width, height, channels, data };
}

/** A grey image is the same in every channel. */
function levelAt(image: ByteImage | FloatImage, pixel: number, channel: number): number {
  return image.data[pixel * image.channels + (image.channels === 1 ? 0 : channel)];
}
