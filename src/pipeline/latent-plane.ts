/**
 * The latent plane of StyleGAN3's visualizer (spec A.12): whole positions are seeds, `x + 100 y`, and between them
 * the w of the four neighbours are mixed bilinearly, which a recipe says as a blend.
 */

import type { LatentPoint } from './latent-sum.ts';
import type { SeedWeight } from './recipe.ts';

/** A place on the plane. */
export interface PlanePosition {
  x: number;
  y: number;
}

/** Seeds from one row of the plane to the next. */
export const ROW = 100;

/** Seeds there are; beyond the last comes the first. */
const SEEDS = 2 ** 32;

/** Positions are told apart to a thousandth, so that a link holds them exactly. */
const STEPS = 1000;

/** How far weights may be from a bilinear mix and still be one: a link keeps six decimals. */
const TOLERANCE = 2e-6;

function wrapped(seed: number): number {
  return ((seed % SEEDS) + SEEDS) % SEEDS;
}

/** The nearest position that a link can hold. */
export function onPlane({ x, y }: PlanePosition): PlanePosition {
  const step = (value: number) => Math.round(value * STEPS) / STEPS || 0;
  return { x: step(x), y: step(y) };
}

/** The seed at whole numbers `x` and `y`, 0 .. 2^32 - 1. */
export function seedAt(x: number, y: number): number {
  return wrapped(x + ROW * y);
}

/**
 * The w at a position as a weighted sum of those of up to four seeds (before truncation), at a precision of 1/1000;
 * weights add up to 1, those of 0 are left out.
 */
export function planeBlend(x: number, y: number): SeedWeight[] {
  const at = onPlane({ x, y });
  const [left, top] = [Math.floor(at.x), Math.floor(at.y)];
  // In whole steps, so that the products are exact.
  const [fx, fy] = [Math.round((at.x - left) * STEPS), Math.round((at.y - top) * STEPS)];
  const corners = [
    { seed: seedAt(left, top), steps: (STEPS - fx) * (STEPS - fy) },
    { seed: seedAt(left + 1, top), steps: fx * (STEPS - fy) },
    { seed: seedAt(left, top + 1), steps: (STEPS - fx) * fy },
    { seed: seedAt(left + 1, top + 1), steps: fx * fy },
  ];
  return corners
    .filter(({ steps }) => steps > 0)
    .map(({ seed, steps }) => ({ seed, weight: steps / STEPS ** 2 }));
}

/** The sample at a position: named after the nearest seed, so that its noise and styles change midway between two. */
export function planePoint(position: PlanePosition): LatentPoint {
  const { x, y } = onPlane(position);
  const blend = planeBlend(x, y);
  return { seed: seedAt(Math.round(x), Math.round(y)), blend: blend.length > 1 ? blend : [] };
}

/**
 * The inverse of `planePoint`: where on the plane a sample is. Of the positions that are the same seeds
 * (`(x + 100, y)` and `(x, y + 1)`) it is the one with `0 <= x < 100`.
 * @returns Null for a blend that is not bilinear.
 */
export function planePosition({ seed, blend }: LatentPoint): PlanePosition | null {
  const corner = blend.length === 0 ? seed : blend[0].seed;
  const at = { x: corner % ROW, y: Math.floor(corner / ROW) };
  if (blend.length === 0) return at;
  const weight = (dx: number, dy: number) => {
    const wanted = seedAt(at.x + dx, at.y + dy);
    return blend.find((part) => part.seed === wanted)?.weight ?? 0;
  };
  const found = onPlane({
    x: at.x + weight(1, 0) + weight(1, 1),
    y: at.y + weight(0, 1) + weight(1, 1),
  });
  return isSame(planeBlend(found.x, found.y), blend) ? found : null;
}

function isSame(expected: readonly SeedWeight[], blend: readonly SeedWeight[]): boolean {
  return (
    expected.length === blend.length &&
    expected.every(({ seed, weight }) =>
      blend.some((part) => part.seed === seed && Math.abs(part.weight - weight) <= TOLERANCE),
    )
  );
}
