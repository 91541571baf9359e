import { Minus, Plus, Scan } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { Tip } from '../controls/tip.tsx';
import { atActualSize, type Extent, FITTED, fitScale, type Viewport, zoomAt } from './viewport.ts';

/** One press of the buttons. */
const STEP = 1.5;

/** Zoom of a panel: out, in, one to one, fit. */
export function ZoomControls(props: {
  panel: Extent;
  image: Extent;
  viewport: Viewport;
  /** Whether one image pixel per screen pixel is offered. */
  actualSize?: boolean;
  look(change: (viewport: Viewport) => Viewport): void;
}) {
  const { panel, image, viewport, look } = props;
  const { t } = useTranslation();
  const percent = Math.round(fitScale(panel, image) * viewport.zoom * 100);
  const middle = { x: panel.width / 2, y: panel.height / 2 };
  const zoom = (factor: number) => look((now) => zoomAt(now, factor, panel, image, middle));
  return (
    <div className="zoom">
      <IconButton
        small
        label={t('view.zoomOut')}
        keys="−"
        icon={<Minus />}
        onClick={() => zoom(1 / STEP)}
      />
      <span className="zoom-value number">{percent} %</span>
      <IconButton
        small
        label={t('view.zoomIn')}
        keys="+"
        icon={<Plus />}
        onClick={() => zoom(STEP)}
      />
      {props.actualSize && (
        <Tip text={t('view.actualHint')} keys="9">
          <button
            type="button"
            className="zoom-actual number"
            data-testid="zoom-actual"
            onClick={() => look((now) => atActualSize(now, panel, image))}
          >
            {t('view.actual')}
          </button>
        </Tip>
      )}
      <IconButton
        small
        label={t('view.fitHint')}
        keys="0"
        icon={<Scan />}
        onClick={() => look(() => FITTED)}
      />
    </div>
  );
}
