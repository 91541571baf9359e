import type { StudioEngine } from './studio-engine.ts';

/** The page's side of all workers; none is started before it is asked for something. */
export function createStudioEngine(): StudioEngine {
  throw new Error('in work');
}
