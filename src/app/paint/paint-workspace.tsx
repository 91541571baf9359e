import { useTranslation } from 'react-i18next';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';

/** Filled by the branch that builds it. */
export default function PaintWorkspace() {
  const { t } = useTranslation();
  return (
    <WorkspaceFrame testId="paint" sideTitle={t('paint.title')} side={null}>
      {null}
    </WorkspaceFrame>
  );
}
