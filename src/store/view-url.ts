/**
 * The view as the URL's fragment, which never reaches a server's log: a short parameter per field, defaults
 * left out, so that a plain address is the fresh page and a link says what is special about it. Reading is
 * forgiving: what is not understood stays at its default.
 */
import type { ModelReference, StylePalette } from '../pipeline/recipe.ts';
import { queryToRecipe, recipeToQuery } from '../pipeline/recipe-url.ts';
import { formatSeedRanges, parseSeedRanges } from '../pipeline/seed-ranges.ts';
import { paletteHash } from './stored-palettes.ts';
import type { ExploreView, InterfaceSlice, ViewMode } from './studio-state.ts';
import { sameValue } from './view-patch.ts';

/** A model as a link names it: by the first digits of its hash, and by name for the message. */
export type NamedModel = ModelReference | 'none';

/** The models a link asks for; one that is absent is left to the page. */
export interface ModelNames {
  maskModel?: NamedModel;
  imageModel?: NamedModel;
}

const WORKSPACES = [
  'explore',
  'paint',
  'spots',
  'tools',
  'dataset',
  'benchmark',
  'models',
] as const;
const VIEW_MODES: readonly ViewMode[] = ['mask', 'labels', 'image', 'overlay'];
const MODEL_KEYS = { maskModel: 'mask-model', imageModel: 'image-model' } as const;
const HASH_DIGITS = 12;
/** Longer addresses are cut by servers and chat programs; so many seeds are rather kept out. */
const LONGEST_LIST = 2000;
/** What a person made by hand is kept in the link all the same: a fragment never reaches a server. */
const LONGEST_TEXT: Readonly<Record<string, number>> = { spots: 60_000 };
/** Before the hash of a palette that is too long for a link and is kept by the browser. */
const STORED = 'stored:';

/**
 * The fragment of a link, without `#`; empty for a page nobody has touched.
 * @param defaults What `view` would be if untouched, with the models it has.
 * @param models Those that are not the proposed ones.
 */
export function writeLink(
  view: ExploreView,
  defaults: ExploreView,
  models: ModelNames,
  workspace: InterfaceSlice['workspace'],
): string {
  const parameters = new URLSearchParams();
  if (workspace !== 'explore') parameters.set('workspace', workspace);
  for (const role of ['maskModel', 'imageModel'] as const) {
    const model = models[role];
    if (model) parameters.set(MODEL_KEYS[role], writeModel(model));
  }
  for (const [key, text] of Object.entries(viewParameters(view, defaults))) {
    if (text.length <= (LONGEST_TEXT[key] ?? LONGEST_LIST)) parameters.set(key, text);
    else if (key === 'palette' && view.style.palette) {
      parameters.set(key, STORED + paletteHash(view.style.palette));
    }
  }
  return parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The models and the workspace of a fragment; never throws. */
export function readLink(fragment: string): {
  models: ModelNames;
  workspace: InterfaceSlice['workspace'];
} {
  const parameters = parametersOf(fragment);
  const models: ModelNames = {};
  for (const role of ['maskModel', 'imageModel'] as const) {
    const model = readModel(parameters.get(MODEL_KEYS[role]));
    if (model) models[role] = model;
  }
  const named = parameters.get('workspace');
  return { models, workspace: WORKSPACES.find((known) => known === named) ?? 'explore' };
}

/** Whether a link refers to a palette that is not among those kept here. */
export function missesPalette(fragment: string, palettes: readonly StylePalette[]): boolean {
  const text = parametersOf(fragment).get('palette') ?? '';
  return text.startsWith(STORED) && !storedPalette(text, palettes);
}

/**
 * The view of a fragment: `defaults` with what it says laid over them; never throws.
 * @param palettes Kept here, for a link that refers to one of them.
 */
export function viewOfLink(
  fragment: string,
  defaults: ExploreView,
  palettes: readonly StylePalette[] = [],
): ExploreView {
  const parameters = parametersOf(fragment);
  const stored = storedPalette(parameters.get('palette') ?? '', palettes);
  if (stored) parameters.set('palette', JSON.stringify(stored));
  const view = queryToRecipe(parameters, defaults);
  return {
    ...view,
    dropped: parameters.get('dropped') ?? view.dropped,
    seeds: parameters.get('seeds') ?? view.seeds,
    leftView: modeOf(parameters.get('left')) ?? view.leftView,
    rightView: modeOf(parameters.get('right')) ?? view.rightView,
    pinned: seedsOf(parameters.get('pinned')) ?? view.pinned,
  };
}

function storedPalette(text: string, palettes: readonly StylePalette[]): StylePalette | undefined {
  return palettes.find((palette) => text === STORED + paletteHash(palette));
}

function viewParameters(view: ExploreView, defaults: ExploreView): Record<string, string> {
  const parameters = recipeToQuery(view, defaults);
  if (view.dropped !== defaults.dropped) parameters.dropped = view.dropped;
  if (view.seeds !== defaults.seeds) parameters.seeds = view.seeds;
  if (view.leftView !== defaults.leftView) parameters.left = view.leftView;
  if (view.rightView !== defaults.rightView) parameters.right = view.rightView;
  if (!sameValue(view.pinned, defaults.pinned)) parameters.pinned = formatSeedRanges(view.pinned);
  return parameters;
}

function parametersOf(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment.replace(/^#/, ''));
}

function modeOf(text: string | null): ViewMode | undefined {
  return VIEW_MODES.find((mode) => mode === text);
}

function seedsOf(text: string | null): number[] | undefined {
  try {
    return text ? parseSeedRanges(text) : undefined;
  } catch {
    return undefined;
  }
}

function writeModel(model: NamedModel): string {
  return model === 'none' ? model : `${model.sha256.slice(0, HASH_DIGITS)}:${model.name}`;
}

function readModel(text: string | null): NamedModel | undefined {
  if (text === 'none') return text;
  const match = /^([0-9a-f]{8,64}):(.*)$/.exec(text ?? '');
  return match ? { sha256: match[1], name: match[2] } : undefined;
}
