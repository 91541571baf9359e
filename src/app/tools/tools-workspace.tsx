import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { RunBar } from './run-bar.tsx';
import { SourceBar } from './source-bar.tsx';
import { ToolInspector } from './tool-inspector.tsx';
import { ToolPicker } from './tool-picker.tsx';
import { ToolStart } from './tool-start.tsx';
import { useToolKeys } from './use-tool-keys.ts';
import '../controls/form.css';
import './tools.css';

/** Tools on folders and archives of pictures: choose one, see it on the first few, run it over all. */
export default function ToolsWorkspace() {
  const { t } = useTranslation();
  const source = useStudio((state) => state.toolSource);
  useToolKeys();
  const ready = source?.status === 'ready';
  return (
    <WorkspaceFrame testId="tools" sideTitle={t('tools.settings')} side={<ToolInspector />}>
      <h1 className="visually-hidden">{t('tools.title')}</h1>
      <div className="tools">
        <ToolPicker />
        <div className="tool-desk">
          {ready && <SourceBar source={source} />}
          <div className="tool-scroll">
            {ready ? <PreviewPane /> : <ToolStart source={source} />}
          </div>
          <RunBar />
        </div>
      </div>
    </WorkspaceFrame>
  );
}
