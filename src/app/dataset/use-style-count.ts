import { styleCount } from '../../store/recipe-of-view.ts';
import { useStudio } from '../../store/studio-store.ts';
import { useChosenModels } from '../explore/use-defaults.ts';

/** Styles that a sample can have: the palette's, or the model's clusters. */
export function useStyleCount(): number {
  const palette = useStudio((state) => state.view.style.palette);
  const { image } = useChosenModels();
  return styleCount(image?.manifest ?? null, palette);
}
