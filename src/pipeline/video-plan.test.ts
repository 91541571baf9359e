import { describe, expect, it } from 'vitest';
import { exampleRecipe } from './fixtures/example-recipe.ts';
import type { LatentWalk } from './latent-walk.ts';
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

describe('a video of a walk', () => {
  const half = { seed: 1, blend: [1, 2].map((seed) => ({ seed, weight: 0.5 })) };
  const end = { seed: 9, blend: [] };
  const walk: LatentWalk = { keyframes: [half, end], curve: 'linear', loop: false };
  const along = { ...plan, seeds: [1, 9], columns: 1, framesPerKeyframe: 2 };

  it('has both ends of one that ends, and the start once where it loops', () => {
    expect(layOutVideo({ ...along, walk })).toMatchObject({ frames: 3, cells: [[1, 9]] });
    expect(layOutVideo({ ...along, walk: { ...walk, loop: true } }).frames).toBe(4);
    expect(layOutVideo({ ...along, walk: { ...walk, keyframes: [half] } }).frames).toBe(1);
  });

  it('shows what the walk shows, keyframes that are blends too', () => {
    const frames = [...videoFrames({ ...along, walk }, exampleRecipe)];
    expect(frames.map(([{ blend }]) => blend)).toEqual([
      half.blend,
      [
        { seed: 1, weight: 0.25 },
        { seed: 2, weight: 0.25 },
        { seed: 9, weight: 0.5 },
      ],
      [{ seed: 9, weight: 1 }],
    ]);
    expect(frames[1][0]).toEqual(parseRecipe(frames[1][0]));
  });

  it('is refused without keyframes', () => {
    expect(() => layOutVideo({ ...along, walk: { ...walk, keyframes: [] } })).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    );
  });
});
