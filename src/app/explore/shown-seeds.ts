import { useMemo } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { useNavigate } from '../navigate/navigate-state.ts';
import { useSurface } from './explore-state.ts';
import { ALL_SEEDS, listedSeeds, type SeedSequence } from './seed-sequence.ts';

/** The seeds that the grid goes through, as it is set. */
export function useShownSeeds(): SeedSequence {
  const shows = useSurface((surface) => surface.gridShows);
  const pinned = useStudio((state) => state.view.pinned);
  const seedList = useStudio((state) => state.seedList);
  return useMemo(() => {
    if (shows === 'endless') return ALL_SEEDS;
    return listedSeeds(shows === 'pinned' ? pinned : seedList);
  }, [shows, pinned, seedList]);
}

/** The list that the arrow keys go through; empty where they go by number. */
export function steppedSeeds(): readonly number[] {
  const { view, seedList, search } = useStudio.getState();
  if (useNavigate.getState().way === 'find') return search.found.map(({ seed }) => seed);
  const { gridShows } = useSurface.getState();
  if (gridShows === 'endless') return [];
  return gridShows === 'pinned' ? view.pinned : seedList;
}
