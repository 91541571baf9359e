import { useTranslation } from 'react-i18next';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';

/** Filled by the branch that builds it. */
export default function ToolsWorkspace() {
  const { t } = useTranslation();
  return (
    <WorkspaceFrame testId="tools" sideTitle={t('tools.title')} side={null}>
      {null}
    </WorkspaceFrame>
  );
}
