import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { useStudio } from '../../store/studio-store.ts';
import { useSurface } from './explore-state.ts';
import { SeedList } from './seed-list.tsx';
import { useShownSeeds } from './shown-seeds.ts';
import './seeds.css';

/** The first and the last seed that the grid has on screen, for who looks for the way. */
export const useSeedsOnScreen = create<{ first: number; last: number }>()(() => ({
  first: 0,
  last: 0,
}));

const setOnScreen = (first: number, last: number) => useSeedsOnScreen.setState({ first, last });

/** Thumbnails of the seeds, as a strip or a grid. */
export function SeedPanel() {
  const { t } = useTranslation();
  const shows = useSurface((surface) => surface.gridShows);
  const layout = useSurface((surface) => (surface.gridOpen ? 'grid' : 'strip'));
  const nonePinned = useStudio((state) => state.view.pinned.length === 0);
  const seeds = useShownSeeds();
  if (shows === 'pinned' && nonePinned) {
    return <p className="seeds-empty hint">{t('grid.noPinned')}</p>;
  }
  return <SeedList key={layout} seeds={seeds} layout={layout} onShow={setOnScreen} />;
}
