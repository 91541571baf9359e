/**
 * A view that moves by itself or follows a drag: the next position is shown when the one before is there, and of
 * those between only the newest. So the image follows as fast as it can be made, where asking for every position
 * would cancel each before it is seen.
 */
import type { LatentPoint } from '../../pipeline/latent-sum.ts';
import { useStudio } from '../../store/studio-store.ts';
import { sameValue } from '../../store/view-patch.ts';

let waiting: LatentPoint | null = null;
let shown: LatentPoint | null = null;
let unsubscribe: (() => void) | null = null;

function show(point: LatentPoint): void {
  waiting = null;
  shown = point;
  useStudio.getState().updateView({ seed: point.seed, blend: point.blend });
}

function showWaiting(): void {
  if (useStudio.getState().sample.status === 'busy' || !waiting) return;
  const point = waiting;
  unsubscribe?.();
  unsubscribe = null;
  show(point);
}

/** Shows a point as soon as the sample before it is made. */
export function showPaced(point: LatentPoint): void {
  waiting = point;
  if (useStudio.getState().sample.status !== 'busy') showWaiting();
  else unsubscribe ??= useStudio.subscribe(showWaiting);
}

/** Shows a point now: the drag is over. */
export function showNow(point: LatentPoint): void {
  unsubscribe?.();
  unsubscribe = null;
  show(point);
}

/** Whether a point is the one that was shown last this way, or one is on its way. */
export function isPaced(point: LatentPoint): boolean {
  return sameValue([point.seed, point.blend], shown && [shown.seed, shown.blend]);
}
