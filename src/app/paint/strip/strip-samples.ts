import { useMemo } from 'react';
import type { KeptSample } from '../../../store/kept-sample.ts';
import { sampleKey } from '../../../store/kept-slice.ts';
import { chosenModels, recipeOfView } from '../../../store/recipe-of-view.ts';
import type { StudioState } from '../../../store/studio-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { translateMessage } from '../../i18n/start.ts';
import { usePaintSurface } from '../paint-surface.ts';

/** A sample that may be opened: a seed of the view, one with edits, or a dropped map. */
export interface StripSample {
  /** `seed:N` or `kept:ID`. */
  id: string;
  seed: number;
  /** What was kept of it; null for a seed as it was drawn. */
  kept: KeptSample | null;
}

type Listed = Pick<
  StudioState,
  'kept' | 'seedList' | 'view' | 'models' | 'maskModel' | 'imageModel'
>;

/** Kept samples that have edits, by the seed of the view they belong to, and those that belong to none. */
function editedSamples(state: Listed): { bySeed: Map<number, KeptSample>; others: KeptSample[] } {
  const { mask, image } = chosenModels(state);
  const bySeed = new Map<number, KeptSample>();
  const others: KeptSample[] = [];
  const seeds = new Set(state.seedList);
  for (const kept of state.kept) {
    if (!kept.recipe.edits) continue;
    const { seed } = kept.recipe;
    const here =
      mask &&
      recipeOfView({ ...state.view, seed, blend: [] }, mask.manifest, image?.manifest ?? null);
    const isOfView = here && kept.name === '' && sampleKey(here) === sampleKey(kept.recipe);
    if (isOfView && seeds.has(seed)) bySeed.set(seed, kept);
    else others.push(kept);
  }
  return { bySeed, others };
}

/** Every sample of the strip: the edited and dropped ones that are no seeds of the view, then the seeds. */
export function stripSamples(state: Listed): StripSample[] {
  const { bySeed, others } = editedSamples(state);
  return [
    ...others.map((kept) => ({ id: `kept:${kept.id}`, seed: kept.recipe.seed, kept })),
    ...state.seedList.map((seed) => ({ id: `seed:${seed}`, seed, kept: bySeed.get(seed) ?? null })),
  ];
}

/** The samples of the strip as they are now. */
export function useStripSamples(): StripSample[] {
  const kept = useStudio((state) => state.kept);
  const seedList = useStudio((state) => state.seedList);
  const view = useStudio((state) => state.view);
  const models = useStudio((state) => state.models);
  const maskModel = useStudio((state) => state.maskModel);
  const imageModel = useStudio((state) => state.imageModel);
  return useMemo(
    () => stripSamples({ kept, seedList, view, models, maskModel, imageModel }),
    [kept, seedList, view, models, maskModel, imageModel],
  );
}

/** What a person calls a sample. */
export function nameOfSample({ seed, kept }: StripSample): string {
  return kept?.name || translateMessage('paint.strip.seed', { seed });
}

function findSample(id: string): StripSample | undefined {
  return stripSamples(useStudio.getState()).find((sample) => sample.id === id);
}

/** The name of a sample by its id; empty when it is gone. */
export function stripName(id: string): string {
  const sample = findSample(id);
  return sample ? nameOfSample(sample) : '';
}

/** Shows a sample of the strip, with its edits. */
export function openStripSample(id: string): void {
  const sample = findSample(id);
  if (!sample) return;
  const { openRecipe, updateView, view } = useStudio.getState();
  const { kept, seed } = sample;
  if (!id.startsWith('seed:')) {
    if (kept) void openRecipe(kept.recipe);
    return;
  }
  // The edits of a seed of the view come back by themselves.
  if (view.dropped === '') updateView({ seed, blend: [] });
  else {
    // A dropped map has its own size; seeds go on at theirs.
    const size = kept?.recipe.size ?? usePaintSurface.getState().seedSize ?? view.size;
    updateView({ seed, blend: [], dropped: '', edits: kept?.recipe.edits ?? null, size });
  }
}

/** Whether the painting that is open is the sample's. */
export function isOpen(
  sample: StripSample,
  paintKey: string,
  { seed, dropped }: Pick<StudioState['view'], 'seed' | 'dropped'>,
): boolean {
  if (sample.kept) return sampleKey(sample.kept.recipe, sample.kept.name) === paintKey;
  return sample.seed === seed && dropped === '';
}
