import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readMask } from './ascii-mask.ts';
import { closeMask, dilateMask, erodeMask, openMask } from './binary-morphology.ts';
import type { ByteImage } from './image.ts';

const FIGURE = readMask(`
  .........
  ..#####..
  ..##.##..
  ..#####..
  .......#.
`);

/** Whether a pixel and all its neighbours (of the element) are foreground. */
function isDeep({ width, height, data }: ByteImage, at: number, square: boolean): boolean {
  const x = at % width;
  const y = (at - x) / width;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (!square && dx !== 0 && dy !== 0) continue;
      const [nx, ny] = [x + dx, y + dy];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) return false;
      if (data[ny * width + nx] === 0) return false;
    }
  }
  return true;
}

describe('binary morphology', () => {
  it('grows by sides or by corners too', () => {
    expect(draw(dilateMask(readMask('...\n.#.\n...'), 'cross'))).toEqual(['.#.', '###', '.#.']);
    expect(draw(dilateMask(readMask('...\n.#.\n...'), 'square'))).toEqual(['###', '###', '###']);
    expect(draw(dilateMask(readMask('#....'), 'cross', 3))).toEqual(['####.']);
  });

  it('erodes to the pixels whose neighbours are all foreground', () => {
    fc.assert(
      fc.property(arbitraryMask(12), fc.boolean(), (mask, square) => {
        const eroded = erodeMask(mask, square ? 'square' : 'cross');
        eroded.data.forEach((level, at) => {
          expect(level).toBe(isDeep(mask, at, square) ? 255 : 0);
        });
      }),
    );
  });

  it('opens away what is thin and closes what is narrow', () => {
    expect(draw(openMask(readMask('######\n###...\n###...'), 'square'))).toEqual([
      '###...',
      '###...',
      '###...',
    ]);
    expect(draw(closeMask(FIGURE, 'square'))[2]).toBe('..#####..');
  });

  it('does nothing in no steps', () => {
    expect(erodeMask(FIGURE, 'square', 0).data).toEqual(FIGURE.data);
  });
});
