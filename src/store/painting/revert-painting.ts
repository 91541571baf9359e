import { paintingOf } from '../../imaging/editing/painting.ts';
import { labelsOfEdits } from '../../pipeline/truth-of-edits.ts';
import { toErrorView } from '../error-view.ts';
import { chosenModels, recipeOfView } from '../recipe-of-view.ts';
import type { SliceContext } from '../slice-context.ts';
import { editsOfPainting } from './open-painting.ts';
import type { PaintChanges } from './paint-changes.ts';
import type { PaintingView } from './painting-view.ts';

/** Puts what the generator (or the dropped file) gave in place of what was painted, as one more entry of the history. */
export async function revertPainting(
  { get, engine }: SliceContext,
  view: PaintingView,
  changes: PaintChanges,
): Promise<void> {
  changes.end();
  const { open } = view;
  const { mask } = chosenModels(get());
  if (!open || !mask) return;
  try {
    if (!open.origin) {
      // Edits of a link came without it: the generator makes it again.
      const now = recipeOfView(get().view, mask.manifest, null);
      const { width, height } = open.painting;
      const recipe = { ...now, edits: null, size: { ...now.size, width, height } };
      const { labels, nuclei } = await engine.generation.makeSample(recipe, { priority: 'view' });
      open.origin = editsOfPainting(paintingOf(labels, nuclei));
    }
  } catch (error) {
    get().notify({ kind: 'error', message: 'notice.paintFailed', error: toErrorView(error) });
    return;
  }
  if (view.open !== open) return;
  const { labels, nuclei } = labelsOfEdits(open.origin);
  const words = { label: 'paintHistory.revert', values: {} };
  changes.edit({ kind: 'replace', painting: paintingOf(labels, nuclei) }, undefined, words);
}
