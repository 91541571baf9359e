import { Minus, Plus, Scan } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { type Extent, FITTED, fitScale, zoomAt } from '../stage/viewport.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

/** Zoom of the panels: out, in, fit. */
export function SpotsZoom({ panel, image }: { panel: Extent; image: Extent }) {
  const { t } = useTranslation();
  const viewport = useSpotsSurface((surface) => surface.viewport);
  const percent = Math.round(fitScale(panel, image) * viewport.zoom * 100);
  const middle = { x: panel.width / 2, y: panel.height / 2 };
  const zoom = (factor: number) =>
    setSpotsSurface((surface) => ({
      viewport: zoomAt(surface.viewport, factor, panel, image, middle),
    }));
  return (
    <div className="zoom">
      <IconButton
        small
        label={t('view.zoomOut')}
        keys="−"
        icon={<Minus />}
        onClick={() => zoom(1 / 1.5)}
      />
      <span className="zoom-value number">{percent} %</span>
      <IconButton
        small
        label={t('view.zoomIn')}
        keys="+"
        icon={<Plus />}
        onClick={() => zoom(1.5)}
      />
      <IconButton
        small
        label={t('view.fitHint')}
        keys="0"
        icon={<Scan />}
        onClick={() => setSpotsSurface({ viewport: FITTED })}
      />
    </div>
  );
}
