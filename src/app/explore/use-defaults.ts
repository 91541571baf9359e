import { useMemo } from 'react';
import { defaultView } from '../../store/default-view.ts';
import type { ExploreView, ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';

/** The chosen models; null where none is. */
export function useChosenModels(): { mask: ModelEntry | null; image: ModelEntry | null } {
  const models = useStudio((state) => state.models);
  const maskModel = useStudio((state) => state.maskModel);
  const imageModel = useStudio((state) => state.imageModel);
  return useMemo(
    () => ({
      mask: models.find(({ sha256 }) => sha256 === maskModel) ?? null,
      image: models.find(({ sha256 }) => sha256 === imageModel) ?? null,
    }),
    [models, maskModel, imageModel],
  );
}

/** What each setting returns to, as the chosen models propose. */
export function useDefaults(): ExploreView {
  const { mask, image } = useChosenModels();
  return useMemo(() => defaultView(mask?.manifest ?? null, image?.manifest ?? null), [mask, image]);
}
