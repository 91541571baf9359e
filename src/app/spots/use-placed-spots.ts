import { useMemo } from 'react';
import type { LabelImage } from '../../imaging/image.ts';
import { placeSpots } from '../../imaging/spots/place-spots.ts';
import type { Spot } from '../../imaging/spots/spot.ts';
import { findRegions, type RegionFinder } from '../../imaging/spots/spot-regions.ts';
import type { SamplePixels } from '../../pipeline/sample.ts';
import type { SpotsRecipe } from '../../pipeline/spots-recipe.ts';
import { recipeOfView } from '../../store/recipe-of-view.ts';
import { useStudio } from '../../store/studio-store.ts';
import { useChosenModels } from '../explore/use-defaults.ts';

const regionsOf = new WeakMap<LabelImage, RegionFinder>();
const NONE: readonly Spot[] = [];

function regions({ labels, nuclei }: SamplePixels): RegionFinder {
  const found = regionsOf.get(labels) ?? findRegions(labels, nuclei);
  regionsOf.set(labels, found);
  return found;
}

/** The spots of the sample in view: a set's recipe counts their seed from that of the sample. */
function useSpotsOfSample(): SpotsRecipe | null {
  const view = useStudio((state) => state.view);
  const { mask, image } = useChosenModels();
  return useMemo(() => {
    if (!view.spots || !mask) return null;
    return recipeOfView(view, mask.manifest, image?.manifest ?? null).spots;
  }, [view, mask, image]);
}

/**
 * The spots at the settings of this very moment, by the same rules as the networks' worker: the page draws them while
 * the image follows. Empty while there is no sample, or when there are too many (the sample's error says so).
 */
export function usePlacedSpots(): readonly Spot[] {
  const plan = useSpotsOfSample();
  const pixels = useStudio((state) => state.sample.pixels);
  const labels = pixels?.labels;
  const key = plan && JSON.stringify({ ...plan, composite: null, spotModel: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the plan, the labels for the pixels
  return useMemo(() => {
    if (!plan || !pixels || !labels) return NONE;
    try {
      return placeSpots(plan, labels, regions(pixels));
    } catch {
      return NONE;
    }
  }, [key, labels]);
}

/** The spots of the sample once its image shows them, else those of this moment. */
export function useShownSpots(placed: readonly Spot[]): readonly Spot[] {
  const sample = useStudio((state) => state.sample);
  const list = sample.status === 'done' ? sample.pixels?.spots?.list : undefined;
  return list && list.length === placed.length ? list : placed;
}
