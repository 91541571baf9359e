import { Tooltip } from 'radix-ui';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../store/studio-store.ts';
import { ExportDialog } from './export/export-dialog.tsx';
import { MixingDialog } from './mixing/mixing-dialog.tsx';
import { DropTarget } from './shell/drop-target.tsx';
import { HelpDialog } from './shell/help-dialog.tsx';
import { Notices } from './shell/notices.tsx';
import { Rail } from './shell/rail.tsx';
import { RoomBoundary } from './shell/room-boundary.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useKeys } from './shell/use-keys.ts';
import { WORKSPACES } from './shell/workspaces.tsx';
import { useTheme } from './theme/theme.ts';
import { useTour } from './tour/use-tour.ts';
import { VideoDialog } from './video/video-dialog.tsx';
import './shell/shell.css';

/** The studio: bar, rail, and the workspace that is open. */
export function App() {
  const { t, i18n } = useTranslation();
  const language = useStudio((state) => state.language);
  const workspace = useStudio((state) => state.workspace);
  const startStudio = useStudio((state) => state.startStudio);
  useKeys();
  useTheme();
  useTour();

  useEffect(() => void startStudio(), [startStudio]);
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [language, i18n]);

  // A link may name a workspace of another version of the studio.
  const current = WORKSPACES.find(({ name }) => name === workspace) ?? WORKSPACES[0];
  const Current = current.component;
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <div className="shell">
        <button type="button" className="skip-link" onClick={focusWorkspace}>
          {t('app.skip')}
        </button>
        <TopBar />
        <Rail current={current.name} />
        <main id="workspace" className="workspace" tabIndex={-1}>
          <RoomBoundary key={current.name}>
            <Suspense fallback={<p className="workspace-waiting">{t('app.loading')}</p>}>
              <Current />
            </Suspense>
          </RoomBoundary>
        </main>
      </div>
      <ExportDialog />
      <MixingDialog />
      <VideoDialog />
      <HelpDialog />
      <Notices />
      <DropTarget />
    </Tooltip.Provider>
  );
}

/** A link would do, but the fragment of the address is the view's. */
function focusWorkspace(): void {
  document.getElementById('workspace')?.focus();
}
