import { describe, expect, it } from 'vitest';
import { exampleRecipe } from './fixtures/example-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';
import { layOutVideo, type VideoPlan, videoFrames } from './video-plan.ts';

const plan: VideoPlan = {
  seeds: [10, 11, 12, 13, 14, 15],
  shuffleSeed: null,
  columns: 2,
  rows: 1,
  keyframes: null,
  framesPerKeyframe: 4,
};

describe('layOutVideo', () => {
  it('gives each cell its keyframes in turn', () => {
    const cells = [
      [10, 11, 12],
      [13, 14, 15],
    ];
    expect(layOutVideo(plan)).toEqual({ keyframes: 3, frames: 12, cells });
  });

  it('cycles through the seeds when there are too few', () => {
    expect(layOutVideo({ ...plan, seeds: [1, 2, 3], keyframes: 2 }).cells).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  it('shuffles as NumPy does', () => {
    const seeds = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = layOutVideo({ ...plan, seeds, columns: 1, shuffleSeed: 0 });
    expect(shuffled.cells[0].slice(0, 8)).toEqual([28, 11, 10, 41, 2, 27, 38, 31]);
  });

  it.each([
    ['no seeds', { seeds: [] }],
    ['seeds that do not fill the grid', { seeds: [1, 2, 3] }],
    ['no keyframe', { keyframes: 0 }],
    ['half a keyframe', { keyframes: 1.5 }],
    ['a grid without rows', { rows: 0 }],
    ['no frames', { framesPerKeyframe: 0 }],
    ['too many frames', { framesPerKeyframe: 12_001 }],
  ])('refuses %s', (_, change) => {
    expect(() => layOutVideo({ ...plan, ...change })).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    );
  });
});

describe('videoFrames', () => {
  it('are recipes: keyframes as they are, blends between them, one seed a cell', () => {
    const frames = [...videoFrames(plan, exampleRecipe)];
    expect(frames).toHaveLength(12);
    expect(frames[4].map(({ blend }) => blend)).toEqual([
      [{ seed: 11, weight: 1 }],
      [{ seed: 14, weight: 1 }],
    ]);
    expect(frames[5][0].blend.map(({ seed }) => seed)).toEqual([10, 11, 12]);
    for (const [left, right] of frames) {
      expect([left.seed, right.seed]).toEqual([10, 13]);
      expect(parseRecipe(JSON.parse(JSON.stringify(left)))).toEqual(left);
    }
  });

  it('stand still with one seed', () => {
    const still = { ...plan, seeds: [7], columns: 1, keyframes: 3 };
    for (const [{ blend }] of videoFrames(still, exampleRecipe)) {
      expect(blend).toHaveLength(1);
      expect(blend[0].weight).toBeCloseTo(1, 8);
    }
  });
});
