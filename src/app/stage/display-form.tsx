import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByteImage } from '../../imaging/image.ts';
import { levelHistogram, percentileLevels } from '../../imaging/level-histogram.ts';
import { RangeSlider } from '../controls/range-slider.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { LevelPlot } from './level-plot.tsx';
import { LookupTables } from './lookup-tables.tsx';
import {
  DEFAULT_DISPLAY,
  GAMMA_RANGE,
  isPlainDisplay,
  OVERLAY_STYLES,
  setDisplay,
  useDisplay,
} from './use-display.ts';

/** Share of the values at each end that the automatic contrast lets go: those of dead and hot pixels. */
const CUT_OFF = 0.0035;

/** Lookup table, histogram with black and white, gamma, and, where asked for, the overlay. */
export function DisplayForm({ image, overlay }: { image: ByteImage | null; overlay: boolean }) {
  const { t } = useTranslation();
  const { black, white, gamma } = useDisplay();
  const plain = useDisplay(isPlainDisplay);
  const counts = useMemo(() => (image ? levelHistogram(image) : null), [image]);
  const colour = image !== null && image.channels >= 3;
  return (
    <div className="display-form">
      <div className="display-head">
        <h3>{t('look.display.title')}</h3>
        <span className="hint">{t('look.display.viewOnly')}</span>
      </div>
      {colour ? <p className="hint">{t('look.display.noTable')}</p> : <LookupTables />}
      <div className="display-levels">
        <LevelPlot counts={counts} />
        <RangeSlider
          className="display-range"
          labels={[t('look.display.black'), t('look.display.white')]}
          value={[black, white]}
          min={0}
          max={255}
          step={1}
          apart={1}
          testId="display-levels"
          onChange={([least, most]) => setDisplay({ black: least, white: most })}
          onReset={() => setDisplay({ black: 0, white: 255 })}
        />
        <div className="display-numbers number">
          <span>{t('look.display.blackAt', { level: black })}</span>
          <span>{t('look.display.whiteAt', { level: white })}</span>
        </div>
      </div>
      <SliderField
        label={t('look.display.gamma')}
        hint={t('look.display.gammaHint')}
        value={gamma}
        min={GAMMA_RANGE.min}
        max={GAMMA_RANGE.max}
        step={0.05}
        digits={2}
        defaultValue={1}
        origin={1}
        testId="display-gamma"
        valueTestId="display-gamma-value"
        onChange={(next) => setDisplay({ gamma: next })}
      />
      <div className="display-actions">
        <button
          type="button"
          className="button small"
          data-testid="display-auto"
          disabled={!counts}
          title={t('look.display.autoHint')}
          onClick={() => counts && setDisplay(percentileLevels(counts, CUT_OFF, CUT_OFF))}
        >
          {t('look.display.auto')}
        </button>
        <button
          type="button"
          className="button quiet small"
          data-testid="display-reset"
          disabled={plain}
          onClick={() => {
            const { lut, gamma: one, black: least, white: most } = DEFAULT_DISPLAY;
            setDisplay({ lut, gamma: one, black: least, white: most });
          }}
        >
          {t('app.reset')}
        </button>
      </div>
      {overlay && <OverlayFields />}
    </div>
  );
}

/** How cells lie above the image. */
function OverlayFields() {
  const { t } = useTranslation();
  const display = useDisplay();
  const { overlayStyle } = display;
  const opacity = `${overlayStyle}Opacity` as const;
  return (
    <div className="display-overlay">
      <div className="control-row">
        <span className="control-label">{t('look.display.overlay')}</span>
        <Segmented
          label={t('look.display.overlay')}
          value={overlayStyle}
          onChange={(next) => setDisplay({ overlayStyle: next })}
          segments={OVERLAY_STYLES.map((value) => ({ value, label: t(`look.display.${value}`) }))}
        />
      </div>
      <SliderField
        label={t('look.display.opacity')}
        value={Math.round(display[opacity] * 100)}
        min={0}
        max={100}
        step={5}
        defaultValue={DEFAULT_DISPLAY[opacity] * 100}
        suffix="%"
        testId="overlay-opacity"
        onChange={(percent) => setDisplay({ [opacity]: percent / 100 })}
      />
    </div>
  );
}
