import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import type { LibraryModel } from '../engine/model-library.ts';
import type { CanvasRecipe } from '../pipeline/recipe.ts';
import { resizeCanvas } from '../pipeline/resize-canvas.ts';
import { defaultView } from './default-view.ts';
import { toErrorView } from './error-view.ts';
import { createImportsPart } from './imports-part.ts';
import { forgetPreview } from './kept-previews.ts';
import { chosenModels } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { ExploreView, ModelEntry, ModelsSlice, StudioState } from './studio-state.ts';
import { rebaseView } from './view-patch.ts';
import { type ModelNames, missesPalette, readLink, viewOfLink } from './view-url.ts';

/** The models' slice, and what the start of the studio needs of it. */
export interface ModelsPart {
  slice: ModelsSlice;
  /** Fetches the demo models and the stored ones, then opens the link. */
  loadLibrary(fragment: string): Promise<void>;
  /** Chooses the models a link names (or the first of each role), takes its view, loads them. */
  openLink(fragment: string): Promise<void>;
}

/** Which choice a model of a role is offered for. */
const CHOICE_OF_ROLE = {
  mask: 'maskModel',
  image: 'imageModel',
  spots: null,
  segmenter: null,
} as const;

type Choice = Pick<ModelsSlice, 'maskModel' | 'imageModel'>;

function proposedView(state: Choice & Pick<ModelsSlice, 'models'>): ExploreView {
  const { mask, image } = chosenModels(state);
  return defaultView(mask?.manifest ?? null, image?.manifest ?? null);
}

/** The view with another canvas, which counts pixels of the chosen generator, and a size to match. */
function onCanvas(
  state: Choice & Pick<StudioState, 'models' | 'view'>,
  canvas: CanvasRecipe | null,
): ExploreView {
  const { view } = state;
  const { mask } = chosenModels(state);
  if (!mask || !isMaskManifest(mask.manifest)) return view;
  return { ...view, ...resizeCanvas(view, canvas, mask.manifest.config.imgResolution) };
}

function toEntry({ sha256, manifest, origin, role, bytes, card }: LibraryModel): ModelEntry {
  return { sha256, manifest, origin, role, bytes, card };
}

/** The library of models, the chosen pair and the imports. */
export function createModelsPart({ set, get, engine }: SliceContext): ModelsPart {
  const readable = new Map<string, LibraryModel>();

  /** A model that was dropped again replaces itself; what the site brings along stays the site's. */
  function add(models: LibraryModel[]): void {
    const fresh = models.filter(({ sha256 }) => readable.get(sha256)?.origin !== 'demo');
    for (const model of fresh) readable.set(model.sha256, model);
    set((state) => {
      const others = state.models.filter(({ sha256 }) =>
        fresh.every((one) => one.sha256 !== sha256),
      );
      return { models: [...others, ...fresh.map(toEntry)] };
    });
  }

  /**
   * Changes the chosen pair; settings left at the old models' proposals follow the new ones. A canvas stays with its
   * generator, and a size is compared with the proposals as it would be without the canvas.
   */
  function choose(choice: Partial<Choice>): void {
    const state = get();
    const before = proposedView(state);
    const after = proposedView({ ...state, ...choice });
    set({ ...choice, modelsStatus: 'loading', modelsError: null });
    const view = rebaseView(onCanvas(state, null), before, after);
    const keepsCanvas = choice.maskModel === undefined;
    state.updateView(keepsCanvas ? onCanvas({ ...state, view }, state.view.canvas) : view);
  }

  async function openLink(fragment: string): Promise<void> {
    const { models } = readLink(fragment);
    const choice = {
      maskModel: propose('maskModel', models),
      imageModel: propose('imageModel', models),
    };
    set({ ...choice, modelsStatus: 'loading', modelsError: null });
    const { palettes } = get();
    if (missesPalette(fragment, palettes)) {
      get().notify({ kind: 'warning', message: 'notice.paletteAbsent' });
    }
    get().updateView(viewOfLink(fragment, proposedView(get()), palettes));
    await loadChosen();
  }

  /** Gives the chosen pair to the worker; of two that overlap the later one decides. */
  async function loadChosen(): Promise<void> {
    const { maskModel, imageModel } = get();
    const isStill = () => get().maskModel === maskModel && get().imageModel === imageModel;
    try {
      for (const sha256 of [maskModel, imageModel]) {
        const model = sha256 === null ? undefined : readable.get(sha256);
        if (model) await engine.generation.load(model);
      }
      if (isStill() && maskModel !== null) set({ modelsStatus: 'ready' });
    } catch (error) {
      if (isStill()) set({ modelsStatus: 'failed', modelsError: toErrorView(error) });
    }
  }

  /** A model that cannot be loaded leaves the one before it in its place. */
  async function pickModel(sha256: string): Promise<void> {
    const model = readable.get(sha256);
    const role = model && CHOICE_OF_ROLE[model.role];
    if (!role) return;
    const former = get()[role];
    choose({ [role]: sha256 });
    await loadChosen();
    if (get()[role] !== sha256 || former === sha256) return;
    const { modelsStatus, modelsError } = get();
    if (modelsStatus === 'failed' && former !== null && modelsError) {
      get().notify({ kind: 'error', message: 'notice.modelFailed', error: modelsError });
      choose({ [role]: former });
      await loadChosen();
    } else if (former !== null && !isExporting()) {
      await engine.generation.unload(former).catch(() => undefined);
    }
  }

  async function pickNoImageModel(): Promise<void> {
    const former = get().imageModel;
    if (former === null) return;
    choose({ imageModel: null });
    await loadChosen();
    if (!isExporting()) await engine.generation.unload(former).catch(() => undefined);
  }

  // An export may still need a model that is no longer the chosen one.
  function isExporting(): boolean {
    const status = get().exportJob?.status;
    return status === 'running' || status === 'finishing';
  }

  /** The first model of a role, or the one that a link names. */
  function propose(role: keyof ModelNames, named: ModelNames): string | null {
    if (named[role] === 'none') return null;
    const ofRole = get().models.filter((model) => CHOICE_OF_ROLE[model.role] === role);
    const wanted = named[role];
    const match = wanted && ofRole.find(({ sha256 }) => sha256.startsWith(wanted.sha256));
    if (wanted && !match) {
      get().notify({
        kind: 'warning',
        message: 'notice.modelAbsent',
        values: { name: wanted.name },
      });
    }
    return (match || ofRole[0])?.sha256 ?? null;
  }

  /** The link in the address bar changes too, so the notice names the model that it has now. */
  function notifyReplaced(removed: LibraryModel, role: keyof Choice): void {
    const next = get().models.find(({ sha256 }) => sha256 === get()[role]);
    const values = { name: removed.manifest.name, next: next?.manifest.name ?? '' };
    const message = next ? 'notice.modelReplaced' : 'notice.modelRemoved';
    get().notify({ kind: 'info', message, values });
  }

  const imports = createImportsPart({ set, get, engine }, async (models) => {
    add(models);
    for (const { sha256 } of models) await pickModel(sha256);
  });

  const slice: ModelsSlice = {
    models: [],
    maskModel: null,
    imageModel: null,
    modelsStatus: 'loading',
    modelsError: null,
    ...imports.slice,
    pickModel,
    pickNoImageModel,
    async removeModel(sha256) {
      const model = readable.get(sha256);
      if (model?.origin !== 'dropped') return;
      readable.delete(sha256);
      set((state) => ({ models: state.models.filter((entry) => entry.sha256 !== sha256) }));
      const role = CHOICE_OF_ROLE[model.role];
      if (role && get()[role] === sha256) {
        choose({ [role]: propose(role, {}) });
        notifyReplaced(model, role);
        await loadChosen();
      }
      try {
        await engine.library.remove(sha256);
        await forgetPreview(sha256);
        if (!isExporting()) await engine.generation.unload(sha256);
        await imports.readStorage();
      } catch (error) {
        get().notify({ kind: 'error', message: 'notice.removeFailed', error: toErrorView(error) });
      }
    },
  };

  return {
    slice,
    openLink,
    async loadLibrary(fragment) {
      try {
        const [demo, stored] = await Promise.allSettled([
          engine.library.demoModels(),
          engine.library.storedModels(),
        ]);
        if (demo.status === 'fulfilled') add(demo.value);
        if (stored.status === 'fulfilled') add(stored.value);
        void imports.readStorage();
        if (demo.status === 'rejected' && get().models.length === 0) throw demo.reason;
        await openLink(fragment);
      } catch (error) {
        set({ modelsStatus: 'failed', modelsError: toErrorView(error) });
      }
    },
  };
}
