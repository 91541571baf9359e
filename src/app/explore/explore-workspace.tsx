import { useTranslation } from 'react-i18next';
import { useNarrow } from '../shell/use-narrow.ts';
import { useSurface } from './explore-state.ts';
import { Inspector } from './inspector.tsx';
import { InspectorSheet } from './inspector-sheet.tsx';
import { SampleView } from './sample-view.tsx';
import { SeedPanel } from './seed-panel.tsx';
import './explore.css';

/** Seeds, two views of one sample, and its settings. */
export function ExploreWorkspace() {
  const { t } = useTranslation();
  const gridOpen = useSurface((surface) => surface.gridOpen);
  const narrow = useNarrow();
  return (
    <div className="explore" data-grid={gridOpen}>
      <div className="explore-main">
        {!gridOpen && (
          <div className="views">
            <SampleView side="left" />
            <SampleView side="right" />
          </div>
        )}
        <SeedPanel layout={gridOpen ? 'grid' : 'strip'} />
      </div>
      {narrow ? (
        <InspectorSheet />
      ) : (
        <aside className="explore-side" aria-label={t('inspector.title')}>
          <Inspector />
        </aside>
      )}
    </div>
  );
}
