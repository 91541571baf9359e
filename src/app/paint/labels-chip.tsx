import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { type Extent, placeImage } from '../stage/viewport.ts';
import { usePaintSurface } from './paint-surface.ts';

/** What the pointer is over, the zoom, and the next label. */
export function LabelsChip({ panel }: { panel: Extent }) {
  const { t } = useTranslation();
  const viewport = usePaintSurface((surface) => surface.viewport);
  const { width, height, nextLabel } = useStudio((state) => state.paint);
  if (width === 0 || panel.width === 0) return null;
  const { scale } = placeImage(viewport, panel, { width, height });
  return (
    <span className="stage-chip number" data-testid="labels-chip">
      {t('paint.labels')} · {t('paint.zoom', { percent: Math.round(scale * 100) })}
      {nextLabel !== null && ` · ${t('paint.next', { id: nextLabel })}`}
    </span>
  );
}

/** The pixel under the pointer (or the cross) and whose it is. */
export function PaintReadout() {
  const { t } = useTranslation();
  const at = usePaintSurface((surface) => surface.crosshair ?? surface.hover);
  const [x, y] = at ? [Math.floor(at.x), Math.floor(at.y)] : [-1, -1];
  const pixels = useStudio((state) => state.paintPixels());
  if (!pixels || x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) return null;
  const id = pixels.idAt(x, y);
  return (
    <div className="readout number" aria-hidden>
      <span>
        x {x} · y {y}
      </span>
      <span>{id === 0 ? t('view.background') : t('view.label', { id })}</span>
    </div>
  );
}
