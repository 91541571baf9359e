import type { SampleRecipe } from '../../pipeline/recipe.ts';
import type { MaskOfFile } from '../../services/mask-files-service.ts';
import { sameEdits } from '../edits-of-draw.ts';
import { plainErrorView, toErrorView } from '../error-view.ts';
import { chosenModels, recipeOfView } from '../recipe-of-view.ts';
import type { SliceContext } from '../slice-context.ts';
import type { PaintingView } from './painting-view.ts';

/** A name that no other dropped label map has, unless it is the same one. */
function freeName({ get }: SliceContext, { name, edits }: MaskOfFile): string {
  const { kept } = get();
  for (let copy = 1; ; copy++) {
    const tried = copy === 1 ? name : `${name} (${copy})`;
    const other = kept.find((sample) => sample.name === tried);
    if (!other || sameEdits(other.recipe.edits, edits)) return tried;
  }
}

/** A dropped label map as a sample of its own: at its own size, without what belonged to the cells of before. */
function recipeOf(base: SampleRecipe, { edits }: MaskOfFile): SampleRecipe {
  const { width, height } = edits;
  return {
    ...base,
    edits,
    size: { ...base.size, width, height },
    style: { ...base.style, byInstance: {} },
  };
}

function tell(context: SliceContext, masks: MaskOfFile[], skipped: number): void {
  const { notify } = context.get();
  const [first] = masks;
  if (masks.length === 1) {
    const values = { name: first.name, count: first.cells };
    notify({ kind: 'success', message: `notice.maskRead.${first.kind}`, values });
  } else if (masks.length > 1) {
    const values = { count: masks.length, cells: masks.reduce((sum, one) => sum + one.cells, 0) };
    notify({ kind: 'success', message: 'notice.masksRead', values });
  }
  if (skipped > 0 && masks.length > 0) {
    notify({ kind: 'warning', message: 'notice.masksSkipped', values: { count: skipped } });
  }
}

/** Reads masks, keeps each as a sample of its own, and shows the first. */
export async function openMaskFiles(
  context: SliceContext,
  view: PaintingView,
  files: File[],
): Promise<void> {
  const { get, engine } = context;
  view.patch({ isBusy: true });
  try {
    const { masks, skipped } = await engine.maskFiles.read(files);
    const { mask, image } = chosenModels(get());
    if (masks.length === 0 && skipped.length > 0) {
      const error = plainErrorView(skipped[0].error);
      get().notify({ kind: 'error', message: 'notice.maskFailed', error });
    }
    if (!mask || masks.length === 0) return;
    const base = recipeOfView(get().view, mask.manifest, image?.manifest ?? null);
    const named = masks.map((one) => ({ ...one, name: freeName(context, one) }));
    // The first dropped is kept last, and so is the first of those kept.
    for (const one of [...named].reverse()) {
      get().keep(recipeOf(base, one), { name: one.name, origin: 'image' });
    }
    const [first] = named;
    const { edits, size, style } = recipeOf(base, first);
    get().updateView({ edits, size, style, dropped: first.name });
    tell(context, named, skipped.length);
  } catch (error) {
    get().notify({ kind: 'error', message: 'notice.maskFailed', error: toErrorView(error) });
  } finally {
    view.patch({ isBusy: false });
  }
}
