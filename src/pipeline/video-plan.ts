import { CytoForgeError } from '../errors.ts';
import { RandomState } from '../random/random-state.ts';
import { keyframeWeights } from './keyframe-weights.ts';
import { type LatentWalk, walkLength, walkPoint } from './latent-walk.ts';
import type { SampleRecipe, SeedWeight } from './recipe.ts';

/** An interpolation video, in the terms of `gen_video.py` (spec A.12). */
export interface VideoPlan {
  /** Used again from the first when there are too few. */
  seeds: readonly number[];
  /** Puts the seeds in random order; null leaves them. */
  shuffleSeed: number | null;
  columns: number;
  rows: number;
  /** Of each cell of the grid; null: as many as the seeds make. */
  keyframes: number | null;
  framesPerKeyframe: number;
  /** Goes along a walk, in one cell, in place of the loop through the seeds. */
  walk?: LatentWalk | null;
}

/** What a plan comes to. */
export interface VideoLayout {
  keyframes: number;
  frames: number;
  /** Keyframe seeds of each cell, row by row, `[rows * columns][keyframes]`. */
  cells: number[][];
}

/** Frames a second, as the original plays them. */
export const VIDEO_FPS = 60;

/** Most frames of one video: ten minutes. */
export const MOST_FRAMES = 36_000;

/** Most cells of a grid in a row or a column. */
export const LARGEST_GRID = 16;

/** Most keyframes a recipe can blend. */
const MOST_KEYFRAMES = 1024;

function refuse(message: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('bad-option', message, { found, expected });
}

function checkWhole(name: string, value: number, from: number, to: number): void {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  const range = `a whole number from ${from} to ${to}`;
  throw refuse(`The ${name} cannot be used.`, `${value}`, range);
}

/** Frames of a walk: both ends where it has ends, the start once where it loops. */
function framesOfWalk(walk: LatentWalk, framesPerKeyframe: number): number {
  return walkLength(walk) * framesPerKeyframe + (walk.loop ? 0 : 1);
}

function layOutWalk(walk: LatentWalk, framesPerKeyframe: number): VideoLayout {
  checkWhole('number of keyframes', walk.keyframes.length, 1, MOST_KEYFRAMES);
  checkWhole('frames per keyframe', framesPerKeyframe, 1, MOST_FRAMES);
  const frames = Math.max(1, framesOfWalk(walk, framesPerKeyframe));
  checkWhole('number of frames', frames, 1, MOST_FRAMES);
  const seeds = walk.keyframes.map(({ seed }) => seed);
  return { keyframes: seeds.length, frames, cells: [seeds] };
}

function keyframesOf({ seeds, columns, rows, keyframes }: VideoPlan): number {
  if (keyframes !== null) return keyframes;
  const cells = columns * rows;
  if (seeds.length % cells === 0) return seeds.length / cells;
  throw refuse(
    'The seeds do not fill the grid.',
    `${seeds.length} seeds for ${columns} × ${rows} cells`,
    `a multiple of ${cells}, or a number of keyframes`,
  );
}

/**
 * Lays out the keyframes: seeds cycle through `[row][column][keyframe]`.
 * @throws CytoForgeError `bad-option` when there is no seed, the seeds do not fill the grid, or a number is out of
 * range.
 */
export function layOutVideo(plan: VideoPlan): VideoLayout {
  const { seeds, shuffleSeed, columns, rows, framesPerKeyframe } = plan;
  if (plan.walk) return layOutWalk(plan.walk, framesPerKeyframe);
  if (seeds.length === 0) throw refuse('There are no seeds.', 'none', 'at least one');
  checkWhole('columns of the grid', columns, 1, LARGEST_GRID);
  checkWhole('rows of the grid', rows, 1, LARGEST_GRID);
  const keyframes = keyframesOf(plan);
  checkWhole('number of keyframes', keyframes, 1, MOST_KEYFRAMES);
  checkWhole('frames per keyframe', framesPerKeyframe, 1, MOST_FRAMES);
  const frames = keyframes * framesPerKeyframe;
  checkWhole('number of frames', frames, 1, MOST_FRAMES);
  const all = Array.from(
    { length: keyframes * columns * rows },
    (_, at) => seeds[at % seeds.length],
  );
  if (shuffleSeed !== null) new RandomState(shuffleSeed).shuffle(all);
  const cells = Array.from({ length: columns * rows }, (_, cell) =>
    all.slice(cell * keyframes, (cell + 1) * keyframes),
  );
  return { keyframes, frames, cells };
}

/** A seed that stands at several keyframes comes into a frame once. */
function blendOf(seeds: readonly number[], weights: Float64Array): SeedWeight[] {
  const bySeed = new Map<number, number>();
  for (const [at, weight] of weights.entries()) {
    if (weight !== 0) bySeed.set(seeds[at], (bySeed.get(seeds[at]) ?? 0) + weight);
  }
  return [...bySeed].map(([seed, weight]) => ({ seed, weight }));
}

/**
 * The recipes of every frame, cells row by row. A cell keeps its first keyframe's seed, from which noise and sampled
 * styles are drawn, so that neither flickers.
 * @param template Every other setting of the frames.
 */
export function* videoFrames(
  plan: VideoPlan,
  template: SampleRecipe,
): Generator<SampleRecipe[], void> {
  const { keyframes, cells, frames } = layOutVideo(plan);
  if (plan.walk) {
    for (let frame = 0; frame < frames; frame++) {
      yield [{ ...template, ...walkPoint(plan.walk, frame / plan.framesPerKeyframe) }];
    }
    return;
  }
  for (const weights of keyframeWeights(keyframes, plan.framesPerKeyframe)) {
    yield cells.map((seeds) => ({ ...template, seed: seeds[0], blend: blendOf(seeds, weights) }));
  }
}
