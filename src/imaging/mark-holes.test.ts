import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { readMask } from './ascii-mask.ts';
import { markHoles } from './mark-holes.ts';

/** `.` 0, `o` the third class, `#` 255. */
function classes(art: string, level?: number, smallest?: number): string[] {
  const { width, data } = markHoles(readMask(art), level, smallest);
  const symbols = [...data]
    .map((value) => (value === 0 ? '.' : value === 255 ? '#' : 'o'))
    .join('');
  return symbols.match(new RegExp(`.{${width}}`, 'g')) ?? [];
}

const RINGS = `
  ##.....####
  .#.....#..#
  ##.....##.#
  ........###
  .#####.....
  .#...#.###.
  .#...#.#.#.
  .#####.###.
`;

describe('markHoles', () => {
  // OpenCV's flood fill as `Flood.py` uses it gives the same here, but for the pocket at the left edge, which it
  // takes for a nucleus because its fill starts elsewhere.
  it('tells background, cells and their nuclei apart, wherever the background begins', () => {
    expect(classes(RINGS)).toEqual([
      '##.....####',
      '.#.....#oo#',
      '##.....##o#',
      '........###',
      '.#####.....',
      '.#ooo#.###.',
      '.#ooo#.#o#.',
      '.#####.###.',
    ]);
  });

  it('fills holes that are too small', () => {
    expect(classes(RINGS, 76, 4).join('')).toContain('#ooo#.###');
    expect(classes(RINGS, 76, 4)[6]).toBe('.#ooo#.###.');
    expect(classes(RINGS, 76, 4)[1]).toBe('.#.....####');
  });

  it('gives the level of the original', () => {
    expect(new Set(markHoles(readMask('###\n#.#\n###')).data)).toEqual(new Set([255, 76]));
  });

  it('keeps the foreground, and makes background only of background', () => {
    fc.assert(
      fc.property(arbitraryMask(), (mask) => {
        const marked = markHoles(mask);
        for (const [i, level] of marked.data.entries()) {
          expect(mask.data[i] === 255 ? [255] : [0, 76]).toContain(level);
        }
        // Marked nuclei count as foreground: nothing is left to mark.
        expect([...markHoles(marked).data]).not.toContain(76);
      }),
    );
  });
});
