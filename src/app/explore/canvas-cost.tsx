import { useTranslation } from 'react-i18next';
import { formatBytes } from '../format/quantities.ts';
import { useDuration } from '../format/use-duration.ts';
import type { SampleCost } from './use-sample-cost.ts';

/** What a canvas costs, and the button that starts one that costs much. */
export function CanvasCost(props: {
  cost: SampleCost;
  /** Thumbnails are not of the whole canvas. */
  showsMiddle: boolean;
  onDraw: (() => void) | null;
}) {
  const { ms, bytes } = props.cost;
  const { t, i18n } = useTranslation();
  const duration = useDuration();
  const memory = formatBytes(bytes, i18n.language);
  return (
    <div className="control-row canvas-cost" data-testid="canvas-cost">
      <span className="hint number">
        {ms === null
          ? t('mask.canvasMemory', { memory })
          : t('mask.canvasCost', { time: duration(ms / 1000), memory })}
        {props.showsMiddle && ` ${t('mask.canvasMiddle')}`}
      </span>
      {props.onDraw && (
        <button
          type="button"
          className="button small"
          data-testid="canvas-draw"
          onClick={props.onDraw}
        >
          {t('mask.canvasDraw')}
        </button>
      )}
    </div>
  );
}
