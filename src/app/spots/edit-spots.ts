import { create } from 'zustand';
import { NO_OPTICS, NO_SPOTS } from '../../pipeline/spots-presets.ts';
import type { OpticsRecipe, SpotsRecipe } from '../../pipeline/spots-recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { type EditHistory, recordEdit, redoEdit, startHistory, undoEdit } from './edit-history.ts';

/** What the workspace changes of a view. */
interface SpotEdits {
  spots: SpotsRecipe | null;
  optics: OpticsRecipe | null;
}

/** The steps since the workspace was opened, or since another place changed the spots. */
export const useSpotHistory = create<{ history: EditHistory<SpotEdits> }>()(() => ({
  history: startHistory<SpotEdits>({ spots: null, optics: null }),
}));

function current(): SpotEdits {
  const { spots, optics } = useStudio.getState().view;
  return { spots, optics };
}

/** A link or another workspace may have changed the spots: steps back from there would lead elsewhere. */
function historyHere(): EditHistory<SpotEdits> {
  const { history } = useSpotHistory.getState();
  const now = current();
  const { spots, optics } = history.present;
  return spots === now.spots && optics === now.optics ? history : startHistory(now);
}

function show(history: EditHistory<SpotEdits>): void {
  useSpotHistory.setState({ history });
  const { spots, optics } = history.present;
  useStudio.getState().updateView({ spots, optics });
}

/**
 * Changes spots or optics, as a step that can be undone.
 * @param what Changes of the same thing that follow soon are one step; null stands alone.
 */
export function edit(change: Partial<SpotEdits>, what: string | null = null): void {
  const history = historyHere();
  show(recordEdit(history, { ...history.present, ...change }, what, Date.now()));
}

/** Changes a part of the spots; there are some from then on. */
export function editSpots(change: Partial<SpotsRecipe>, what: string | null = null): void {
  edit({ spots: { ...(current().spots ?? NO_SPOTS), ...change } }, what);
}

/** Changes a part of the optics; there are some from then on. */
export function editOptics(change: Partial<OpticsRecipe>, what: string | null = null): void {
  edit({ optics: { ...(current().optics ?? NO_OPTICS), ...change } }, what);
}

/** Takes the last step back. */
export function undoSpots(): void {
  const history = historyHere();
  if (history.past.length > 0) show(undoEdit(history));
}

/** Takes it again. */
export function redoSpots(): void {
  const history = historyHere();
  if (history.future.length > 0) show(redoEdit(history));
}
