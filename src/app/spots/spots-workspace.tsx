import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';
import { SpotTable } from './spot-table.tsx';
import { SpotsBar } from './spots-bar.tsx';
import { SpotsInspector } from './spots-inspector.tsx';
import { SpotsPanel } from './spots-panel.tsx';
import { useSpotsSurface } from './spots-surface.ts';
import { useClusterName } from './use-cluster-name.ts';
import { usePlacedSpots, useShownSpots } from './use-placed-spots.ts';
import { useSpotsKeys } from './use-spots-keys.ts';
import './spots.css';

/** Fluorescent spots on the sample in view: clusters, scatters, their light, and the microscope. */
export default function SpotsWorkspace() {
  const { t } = useTranslation();
  useSpotsKeys();
  const placed = usePlacedSpots();
  const shown = useShownSpots(placed);
  const sideBySide = useSpotsSurface((surface) => surface.sideBySide);
  const hasSpots = useStudio((state) => state.view.spots !== null);
  return (
    <WorkspaceFrame testId="spots" sideTitle={t('spots.title')} side={<SpotsInspector />}>
      <SpotsBar />
      <div className="spots-panels" data-two={sideBySide}>
        <SpotsPanel side="left" spots={placed} />
        {sideBySide && <SpotsPanel side="right" spots={placed} />}
      </div>
      {hasSpots && <SpotTable spots={shown} />}
      <SelectedInWords />
    </WorkspaceFrame>
  );
}

/** Says what a key press did to the selected cluster. */
function SelectedInWords() {
  const nameOf = useClusterName();
  const selected = useSpotsSurface((surface) => surface.selected);
  const cluster = useStudio(({ view }) =>
    selected === null ? undefined : view.spots?.clusters[selected],
  );
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="cluster-in-words">
      {cluster && selected !== null ? nameOf(cluster, selected) : ''}
    </p>
  );
}
