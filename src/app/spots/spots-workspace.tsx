import { useTranslation } from 'react-i18next';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';

/** Filled by the branch that builds it. */
export default function SpotsWorkspace() {
  const { t } = useTranslation();
  return (
    <WorkspaceFrame testId="spots" sideTitle={t('spots.title')} side={null}>
      {null}
    </WorkspaceFrame>
  );
}
