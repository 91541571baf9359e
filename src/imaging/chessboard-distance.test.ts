import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { chessboardDistance } from './chessboard-distance.ts';

it('counts the steps of a king to the background, and -1 where there is none', () => {
  fc.assert(
    fc.property(arbitraryMask(10), (mask) => {
      const { width, data } = mask;
      const background = Array.from(data.keys()).filter((at) => data[at] === 0);
      chessboardDistance(mask).forEach((distance, at) => {
        const steps = background.map((to) =>
          Math.max(
            Math.abs((to % width) - (at % width)),
            Math.abs(Math.floor(to / width) - Math.floor(at / width)),
          ),
        );
        expect(distance).toBe(steps.length ? Math.min(...steps) : -1);
      });
    }),
  );
});
