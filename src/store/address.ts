import { modelReference } from '../pipeline/default-recipe.ts';
import { defaultView } from './default-view.ts';
import { chosenModels } from './recipe-of-view.ts';
import type { ModelEntry, StudioState } from './studio-state.ts';
import { type ModelNames, writeLink } from './view-url.ts';

/** Browsers limit how often the address may change; a slider moves faster than this. */
const WRITE_EVERY_MS = 300;

/** The page's address, as much as is needed of it. */
export interface Address {
  /** The fragment. */
  read(): string;
  /** Replaces the fragment (without `#`) and adds nothing to the history. */
  write(fragment: string): void;
  /** Calls back when a person changes the fragment; returns what ends that. */
  watch(listener: () => void): () => void;
}

/** The address of the browser's page. */
export function browserAddress(): Address {
  return {
    read: () => globalThis.location.hash,
    write(fragment) {
      const { pathname, search } = globalThis.location;
      const hash = fragment === '' ? '' : `#${fragment}`;
      globalThis.history.replaceState(globalThis.history.state, '', `${pathname}${search}${hash}`);
    },
    watch(listener) {
      globalThis.addEventListener('hashchange', listener);
      return () => globalThis.removeEventListener('hashchange', listener);
    },
  };
}

/** The link to a state: models are named when they are not the first of their role. */
export function linkOfState(state: StudioState): string {
  const { mask, image } = chosenModels(state);
  const first = (role: ModelEntry['role']) =>
    state.models.find((model) => model.role === role) ?? null;
  const models: ModelNames = {};
  if (mask && mask !== first('mask')) models.maskModel = modelReference(mask.manifest);
  if (!image && first('image')) models.imageModel = 'none';
  if (image && image !== first('image')) models.imageModel = modelReference(image.manifest);
  const defaults = defaultView(mask?.manifest ?? null, image?.manifest ?? null);
  return writeLink(state.view, defaults, models, state.workspace);
}

/** Writes the address a moment after a change. Returns what ends that. */
export function followState(
  subscribe: (listener: () => void) => () => void,
  get: () => StudioState,
  address: Address,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = subscribe(() => {
    if (get().modelsStatus !== 'ready') return;
    timer ??= setTimeout(() => {
      timer = undefined;
      const fragment = linkOfState(get());
      if (fragment !== address.read().replace(/^#/, '')) address.write(fragment);
    }, WRITE_EVERY_MS);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
