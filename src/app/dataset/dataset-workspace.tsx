import { useTranslation } from 'react-i18next';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';

/** Filled by the branch that builds it. */
export default function DatasetWorkspace() {
  const { t } = useTranslation();
  return (
    <WorkspaceFrame testId="dataset" sideTitle={t('dataset.title')} side={null}>
      {null}
    </WorkspaceFrame>
  );
}
