import { parseKeyframes } from '../../pipeline/seed-ranges.ts';
import { layOutVideo, type VideoPlan } from '../../pipeline/video-plan.ts';
import type { VideoOrder } from '../../store/studio-state.ts';

/** Most frames of a video made in the page. */
export const MOST_PAGE_FRAMES = 7200;

/** What is wrong with what was typed: a key of `video.*`. */
export type VideoProblem = 'invalid' | 'doNotFill' | 'tooMany';

/** What of a plan the dialog has beside the seeds. */
export type PlanFields = Pick<VideoPlan, 'columns' | 'rows' | 'framesPerKeyframe' | 'walk'>;

/** A plan that can be made and its frames, or why there is none. */
export type ReadPlan = { plan: VideoPlan; frames: number } | { problem: VideoProblem };

/** Reads what was typed; every seed is a keyframe of one cell. With a walk, its keyframes take the place of the text. */
export function readPlan(text: string, given: PlanFields): ReadPlan {
  const { walk } = given;
  const fields = walk ? { ...given, columns: 1, rows: 1 } : given;
  let seeds: number[];
  try {
    seeds = walk ? walk.keyframes.map(({ seed }) => seed) : parseKeyframes(text);
  } catch {
    return { problem: 'invalid' };
  }
  if (seeds.length % (fields.columns * fields.rows) !== 0) return { problem: 'doNotFill' };
  const plan: VideoPlan = { ...fields, seeds, shuffleSeed: null, keyframes: null };
  try {
    const { frames } = layOutVideo(plan);
    return frames > MOST_PAGE_FRAMES ? { problem: 'tooMany' } : { plan, frames };
  } catch {
    return { problem: 'tooMany' };
  }
}

/** A file name that says what is in it. */
export function videoFileName({
  plan,
  what,
  format,
}: Pick<VideoOrder, 'plan' | 'what' | 'format'>): string {
  const [first, last] = [plan.seeds[0], plan.seeds[plan.seeds.length - 1]];
  const suffix = format === 'zip' ? '-frames.zip' : `.${format}`;
  return `cytoforge-${what}-${first}-${last}${suffix}`;
}
