import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import { WorkspaceFrame } from '../shell/workspace-frame.tsx';
import { PaintInspector } from './inspector/paint-inspector.tsx';
import { PaintBar } from './paint-bar.tsx';
import { usePaintSurface } from './paint-surface.ts';
import { PaintViews } from './paint-views.tsx';
import { FilmStrip } from './strip/film-strip.tsx';
import { ToolPalette } from './tools/tool-palette.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { usePaintKeys } from './use-paint-keys.ts';
import './paint.css';

/** A raster editor of the sample's label map, with the image made of it beside. */
export default function PaintWorkspace() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { openPainting, closePainting } = useStudio.getState();
  usePaintKeys();
  useEffect(() => {
    void openPainting();
    return () => void closePainting();
  }, [openPainting, closePainting]);
  usePickedCell();
  useAnnouncements();
  return (
    <WorkspaceFrame testId="paint" sideTitle={t('paint.settings')} side={<PaintInspector />}>
      <PaintBar />
      <div className="paint-stage">
        {!narrow && <ToolPalette />}
        <PaintViews />
      </div>
      {narrow && <ToolPalette />}
      <FilmStrip />
      <Announcer />
    </WorkspaceFrame>
  );
}

/** The one selected cell is the studio's picked one: what gives styles gives them to it. */
function usePickedCell(): void {
  const selection = useStudio((state) => state.paint.selection);
  const picked = selection.length === 1 ? selection[0] : null;
  useEffect(() => useStudio.getState().pickInstance(picked), [picked]);
}

/** What happens on the canvas, in words. */
function Announcer() {
  const announcement = usePaintSurface((surface) => surface.announcement);
  return (
    <p className="visually-hidden" role="status" data-testid="paint-announcer">
      {announcement}
    </p>
  );
}
