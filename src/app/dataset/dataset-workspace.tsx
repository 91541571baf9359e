import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';
import { OpenedPanel } from './opened-panel.tsx';
import { PlanOverview } from './plan-overview.tsx';
import { PlanSide } from './plan-side.tsx';
import { RunPanel } from './run-panel.tsx';
import '../controls/form.css';
import './dataset.css';

/** Plans a data set, runs the plan, and opens sets again. */
export default function DatasetWorkspace() {
  const { t } = useTranslation();
  return (
    <WorkspaceFrame testId="dataset" sideTitle={t('dataset.plan')} side={<PlanSide />}>
      <MainPanel />
    </WorkspaceFrame>
  );
}

/** What was opened last is looked at first; a run waits behind it. */
function MainPanel() {
  const job = useStudio((state) => state.exportJob);
  const opened = useStudio((state) => state.openedDataset);
  if (opened) return <OpenedPanel opened={opened} />;
  return job ? <RunPanel job={job} /> : <PlanOverview />;
}
