/**
 * A view that moves by itself or follows a drag: the next position is shown when the one before is there, and of
 * those between only the newest. So the image follows as fast as it can be made, where asking for every position
 * would cancel each before it is seen.
 */
import type { LatentPoint } from '../../pipeline/latent-sum.ts';
import { useStudio } from '../../store/studio-store.ts';
import { sameValue } from '../../store/view-patch.ts';

/** Who moves the view. */
export type Mover = 'plane' | 'walk';

interface Move {
  point: LatentPoint;
  by: Mover;
}

let waiting: Move | null = null;
let shown: Move | null = null;
let unsubscribe: (() => void) | null = null;

function show(move: Move): void {
  waiting = null;
  shown = move;
  const { seed, blend } = move.point;
  useStudio.getState().updateView({ seed, blend });
}

function showWaiting(): void {
  if (useStudio.getState().sample.status === 'busy' || !waiting) return;
  const move = waiting;
  unsubscribe?.();
  unsubscribe = null;
  show(move);
}

/** Shows a point as soon as the sample before it is made. */
export function showPaced(point: LatentPoint, by: Mover): void {
  waiting = { point, by };
  if (useStudio.getState().sample.status !== 'busy') showWaiting();
  else unsubscribe ??= useStudio.subscribe(showWaiting);
}

/** Shows a point now: the drag is over. */
export function showNow(point: LatentPoint, by: Mover): void {
  unsubscribe?.();
  unsubscribe = null;
  show({ point, by });
}

/** Whether a point of the view is the one that was last shown by this mover, and by nobody else. */
export function isShownBy({ seed, blend }: LatentPoint, by: Mover): boolean {
  return shown?.by === by && sameValue([seed, blend], [shown.point.seed, shown.point.blend]);
}

/** Forgets what waits to be shown: the mover is left. */
export function stopPaced(): void {
  unsubscribe?.();
  unsubscribe = null;
  waiting = null;
}
