import * as v from 'valibot';
import type { LatentWalk } from '../../pipeline/latent-walk.ts';
import { recipeFields } from '../../pipeline/parse-recipe.ts';

const KEY = 'cytoforge.walk';

/** What of a walk outlives the page. */
export interface StoredWalk extends LatentWalk {
  /** Seconds from keyframe to keyframe. */
  seconds: number;
}

/** Where it is kept; a test passes its own. */
export type WalkStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Seconds of a segment. */
export const SECONDS = { from: 0.2, to: 60 } as const;

const EMPTY: StoredWalk = { keyframes: [], curve: 'linear', loop: true, seconds: 2 };

const schema = v.object({
  keyframes: v.pipe(
    v.array(v.object({ seed: recipeFields.seed, blend: recipeFields.blend })),
    v.maxLength(1024),
  ),
  curve: v.picklist(['linear', 'cubic']),
  loop: v.boolean(),
  seconds: v.pipe(v.number(), v.minValue(SECONDS.from), v.maxValue(SECONDS.to)),
});

/** The walk kept by the browser; an empty one where storage is forbidden or holds something else. */
export function readWalk(storage: () => WalkStorage = () => localStorage): StoredWalk {
  try {
    const result = v.safeParse(schema, JSON.parse(storage().getItem(KEY) ?? 'null'));
    return result.success ? result.output : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Keeps it; a browser without storage forgets it with the page. */
export function writeWalk(
  { keyframes, curve, loop, seconds }: StoredWalk,
  storage: () => WalkStorage = () => localStorage,
): void {
  const points = keyframes.map(({ seed, blend }) => ({ seed, blend }));
  try {
    storage().setItem(KEY, JSON.stringify({ keyframes: points, curve, loop, seconds }));
  } catch {
    return;
  }
}
