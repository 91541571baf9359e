import fc from 'fast-check';
import type { LevelImage } from './level-image.ts';

/** For tests: images of any size up to `largestSide`, grey or RGB, of 8 or 16 bits. */
export function arbitraryLevels(largestSide = 16): fc.Arbitrary<LevelImage> {
  const side = fc.integer({ min: 1, max: largestSide });
  return fc
    .record({
      width: side,
      height: side,
      channels: fc.constantFrom(1 as const, 3 as const),
      deep: fc.boolean(),
    })
    .chain(({ width, height, channels, deep }) => {
      const length = { minLength: width * height * channels, maxLength: width * height * channels };
      return (deep ? fc.uint16Array(length) : fc.uint8Array(length)).map((data) => ({
        width,
        height,
        channels,
        data,
      }));
    });
}
