import { Minus, Plus, Scan } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { Tip } from '../controls/tip.tsx';
import { atActualSize, type Extent, FITTED, fitScale, zoomAt } from '../stage/viewport.ts';
import { setSurface, useSurface } from './explore-state.ts';

/** Zoom of both views: out, in, fit, one to one. */
export function ZoomControls({ panel, image }: { panel: Extent; image: Extent }) {
  const { t } = useTranslation();
  const viewport = useSurface((surface) => surface.viewport);
  const percent = Math.round(fitScale(panel, image) * viewport.zoom * 100);
  const middle = { x: panel.width / 2, y: panel.height / 2 };
  const zoom = (factor: number) =>
    setSurface(({ viewport }) => ({ viewport: zoomAt(viewport, factor, panel, image, middle) }));
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
      <Tip text={t('view.actualHint')} keys="9">
        <button
          type="button"
          className="zoom-actual number"
          data-testid="zoom-actual"
          onClick={() =>
            setSurface(({ viewport }) => ({ viewport: atActualSize(viewport, panel, image) }))
          }
        >
          {t('view.actual')}
        </button>
      </Tip>
      <IconButton
        small
        label={t('view.fitHint')}
        keys="0"
        icon={<Scan />}
        onClick={() => setSurface({ viewport: FITTED })}
      />
    </div>
  );
}
