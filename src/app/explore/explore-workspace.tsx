import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { LayersDialog } from '../layers/layers-dialog.tsx';
import { NavigatePanel } from '../navigate/navigate-panel.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { CompareView } from './compare-view.tsx';
import { useSurface } from './explore-state.ts';
import { Inspector } from './inspector.tsx';
import { InspectorSheet } from './inspector-sheet.tsx';
import { SampleView } from './sample-view.tsx';
import { useLookKeys } from './use-look-keys.ts';
import './explore.css';
import './compare-view.css';

/** Fields of at least this many heights are shown above one another instead of side by side. */
const WIDE = 2.2;

/** Seeds, two views of one sample, and its settings. */
export function ExploreWorkspace() {
  const { t } = useTranslation();
  const gridOpen = useSurface((surface) => surface.gridOpen);
  const arrangement = useSurface((surface) => surface.arrangement);
  useLookKeys();
  const narrow = useNarrow();
  const wide = useStudio(({ sample: { pixels } }) => {
    return pixels !== null && pixels.mask.width > WIDE * pixels.mask.height;
  });
  return (
    <div className="explore" data-grid={gridOpen}>
      <div className="explore-main">
        {!gridOpen && (
          <div className="views" data-wide={wide} data-arrangement={arrangement}>
            {arrangement === 'side' ? (
              <>
                <SampleView side="left" />
                <SampleView side="right" />
              </>
            ) : (
              <CompareView mode={arrangement} />
            )}
          </div>
        )}
        <NavigatePanel />
      </div>
      <LayersDialog />
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
