import fc from 'fast-check';
import type { ByteImage } from './image.ts';

/** For tests: masks of any size up to `largestSide`, with blobs of any density. */
export function arbitraryMask(largestSide = 24): fc.Arbitrary<ByteImage> {
  const side = fc.integer({ min: 1, max: largestSide });
  return fc.tuple(side, side).chain(([width, height]) =>
    fc
      .array(fc.boolean(), { minLength: width * height, maxLength: width * height })
      .map((pixels) => ({
        width,
        height,
        channels: 1 as const,
        data: Uint8Array.from(pixels, (pixel) => (pixel ? 255 : 0)),
      })),
  );
}
