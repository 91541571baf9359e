import type { PixelBox } from '../../imaging/editing/pixel-box.ts';
import type { MaskEdits, SampleRecipe } from '../../pipeline/recipe.ts';
import { sameEdits } from '../edits-of-draw.ts';
import { sampleKey } from '../kept-slice.ts';
import { chosenModels, recipeOfView } from '../recipe-of-view.ts';
import type { SliceContext } from '../slice-context.ts';
import { editsOfPainting, type OpenPainting } from './open-painting.ts';
import type { PaintState } from './paint-state.ts';
import { rest } from './rest.ts';
import type { InstanceStyles } from './styles-after.ts';

/** An edited sample is kept when painting rests so long. */
const KEEP_AFTER_MS = 800;
/** Live images within a stroke: not more often than this, and not more of the time than a tenth. */
const LIVE_EVERY_MS = 120;
const LIVE_SHARE = 0.1;

/** The open painting and everybody who must know of its changes. */
export interface PaintingView {
  open: OpenPainting | null;
  /** What the view's edits are by this painting; null for those of its origin. */
  readonly pushed: MaskEdits | null;
  listen(listener: (box: PixelBox) => void): () => void;
  /** Tells canvases that pixels changed. */
  tell(box: PixelBox | null): void;
  patch(change: Partial<PaintState>): void;
  /** Brings the panels' state up to the pixels. */
  refresh(change?: Partial<PaintState>): void;
  /** Makes the pixels the view's edits, so that the image follows and the sample is kept. */
  push(styles?: InstanceStyles): void;
  /** The same within a stroke, for the image alone, when there is time for it. */
  pushLive(): void;
  /** Takes the view's edits to be the painting's. */
  adopt(edits: MaskEdits | null): void;
  /** Keeps the edited sample now. */
  keepNow(): void;
}

/** Begins without a painting. */
export function createPaintingView({ set, get }: SliceContext): PaintingView {
  const listeners = new Set<(box: PixelBox) => void>();
  let pushed: MaskEdits | null = null;
  let toKeep: { recipe: SampleRecipe; name: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let live = { at: 0, cost: 0 };
  let pushes = 0;

  /** Edits as the view has them: null for those of the generator; a dropped label map has none to go back to. */
  function viewEdits({ painting, origin }: OpenPainting, edits = editsOfPainting(painting)) {
    return get().view.dropped === '' && sameEdits(edits, origin) ? null : edits;
  }

  function keepNow(): void {
    clearTimeout(timer);
    if (!toKeep) return;
    const { recipe, name } = toKeep;
    toKeep = null;
    const { kept, keep, forgetKept } = get();
    const key = sampleKey(recipe, name);
    const before = kept.find((one) => sampleKey(one.recipe, one.name) === key);
    const isOnlyEdits = before && !before.favourite && before.note === '' && before.name === '';
    if (recipe.edits) keep(recipe, name === '' ? {} : { name });
    else if (isOnlyEdits) forgetKept(before.id);
    else if (before) keep(recipe, name === '' ? {} : { name });
  }

  function keepLater(): void {
    const { view } = get();
    const { mask, image } = chosenModels(get());
    if (!mask) return;
    const recipe = recipeOfView(view, mask.manifest, image?.manifest ?? null);
    toKeep = { recipe, name: view.dropped };
    clearTimeout(timer);
    timer = setTimeout(keepNow, KEEP_AFTER_MS);
  }

  const self: PaintingView = {
    open: null,
    get pushed() {
      return pushed;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(box) {
      if (box) for (const listener of listeners) listener(box);
    },
    patch: (change) => set(({ paint }) => ({ paint: { ...paint, ...change } })),
    refresh(change = {}) {
      const { open } = self;
      if (!open) return;
      const { shapes, history } = open;
      set(({ paint }) => ({
        paint: {
          ...paint,
          version: paint.version + 1,
          cells: shapes.count,
          nextLabel: shapes.nextId(),
          selection: paint.selection.filter((id) => shapes.areaOf(id) > 0),
          history: { entries: history.entries, position: history.position },
          ...change,
        },
      }));
    },
    push(styles) {
      const { open } = self;
      if (!open) return;
      pushes += 1;
      const edits = editsOfPainting(open.painting);
      open.history.show(edits);
      const { view, updateView } = get();
      pushed = viewEdits(open, edits);
      const style = styles && { ...view.style, byInstance: { ...styles } };
      updateView({ edits: pushed, ...(style && { style }) });
      self.patch({ isEdited: !sameEdits(edits, open.origin) });
      keepLater();
    },
    pushLive() {
      const { open } = self;
      const start = performance.now();
      const pause = Math.max(LIVE_EVERY_MS, live.cost / LIVE_SHARE);
      // An image under way would be thrown away by a newer one, and none would ever be seen.
      if (!open || start - live.at < pause || get().sample.status === 'busy') return;
      live = { at: start, cost: live.cost };
      const before = pushes;
      // The ink is drawn first.
      void rest().then(() => {
        // The stroke ended meanwhile, and with it came the whole of it.
        if (self.open !== open || pushes !== before) return;
        const now = performance.now();
        const edits = viewEdits(open);
        live.cost = performance.now() - now;
        if (sameEdits(edits, get().view.edits)) return;
        pushed = edits;
        get().updateView({ edits });
        self.refresh();
      });
    },
    adopt(edits) {
      pushes += 1;
      pushed = edits;
    },
    keepNow,
  };
  return self;
}
