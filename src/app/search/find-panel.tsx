import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { useSurface } from '../explore/explore-state.ts';
import { SeedList } from '../explore/seed-list.tsx';
import { listedSeeds } from '../explore/seed-sequence.ts';

/** Nobody looks for the way through what was found. */
const unheard = () => undefined;

/** What was found, or what to do to find something. */
export function FindPanel() {
  const { t } = useTranslation();
  const found = useStudio((state) => state.search.found);
  const status = useStudio((state) => state.search.status);
  const layout = useSurface((surface) => (surface.gridOpen ? 'grid' : 'strip'));
  const seeds = useMemo(() => listedSeeds(found.map(({ seed }) => seed)), [found]);
  if (found.length > 0) {
    return <SeedList key={layout} seeds={seeds} layout={layout} onShow={unheard} />;
  }
  return (
    <p className="seeds-empty hint" data-testid="find-empty">
      {t(`look.search.empty.${status}`)}
    </p>
  );
}
