import type { MaskEdits, SampleRecipe } from '../pipeline/recipe.ts';
import type { KeptSample } from './kept-sample.ts';
import { sampleKey } from './kept-slice.ts';
import { chosenModels, recipeOfView } from './recipe-of-view.ts';
import type { ExploreView, StudioState } from './studio-state.ts';

type Library = Pick<StudioState, 'models' | 'maskModel' | 'imageModel'>;

/** Whether two edits are the same pixels. */
export function sameEdits(one: MaskEdits | null, other: MaskEdits | null): boolean {
  if (one === other) return true;
  return (
    one !== null &&
    other !== null &&
    one.width === other.width &&
    one.height === other.height &&
    one.labels === other.labels &&
    one.nuclei === other.nuclei
  );
}

/** Names what is drawn in a view (its draw, or its dropped label map); null while no model is known. */
export function keyOfView(view: ExploreView, library: Library): string | null {
  const { mask } = chosenModels(library);
  return mask && sampleKey(recipeOfView(view, mask.manifest, null), view.dropped);
}

/** What was kept under a key, with edits. */
export function keptEdits(kept: readonly KeptSample[], key: string): SampleRecipe | null {
  const found = kept.find(({ recipe, name }) => recipe.edits && sampleKey(recipe, name) === key);
  return found?.recipe ?? null;
}

/** Name of the dropped label map that a recipe is of; empty for a draw. */
export function droppedName(kept: readonly KeptSample[], { edits }: SampleRecipe): string {
  const found = edits && kept.find(({ recipe, name }) => name && sameEdits(recipe.edits, edits));
  return found?.name ?? '';
}

/** A view at another draw, and whether edits stayed with the former. */
export interface ViewAtDraw {
  view: ExploreView;
  hasLeftEdits: boolean;
}

/**
 * A view whose draw was changed: edits, and styles of single cells with them, belong to the draw they were made on.
 * Those of the former stay with it (`kept`), those of the new one come back, unless the change brings its own.
 * @param before The view before the change.
 * @param view After it.
 * @param isDrawKnown False at first, when what the view carries is of the link.
 */
export function viewAtDraw(
  before: ExploreView,
  view: ExploreView,
  isDrawKnown: boolean,
  state: Library & Pick<StudioState, 'kept'>,
): ViewAtDraw {
  // A dropped label map is left with its draw, unless the change says which it is of.
  const dropped = view.dropped === before.dropped && isDrawKnown ? '' : view.dropped;
  const bringsOwn = view.edits !== before.edits || (!isDrawKnown && view.edits !== null);
  if (bringsOwn) return { view: { ...view, dropped }, hasLeftEdits: false };
  const key = keyOfView({ ...view, dropped }, state);
  const own = key === null ? null : keptEdits(state.kept, key);
  const hasLeftEdits = before.edits !== null && isDrawKnown;
  const byInstance = own?.style.byInstance ?? (hasLeftEdits ? {} : view.style.byInstance);
  return {
    view: { ...view, dropped, edits: own?.edits ?? null, style: { ...view.style, byInstance } },
    hasLeftEdits: hasLeftEdits && own === null,
  };
}
