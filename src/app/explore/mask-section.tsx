import { useTranslation } from 'react-i18next';
import type { SizeRecipe, TruthRecipe } from '../../pipeline/recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { Tip } from '../controls/tip.tsx';
import { RenderedSize } from './rendered-size.tsx';
import { useDefaults } from './use-defaults.ts';

const SIDES = [64, 128, 192, 256, 320, 384, 448, 512, 640, 768, 896, 1024];

/** From grey levels to instance ids, and the size of what is made. */
export function MaskSection() {
  const { t } = useTranslation();
  const truth = useStudio((state) => state.view.truth);
  const size = useStudio((state) => state.view.size);
  const updateView = useStudio((state) => state.updateView);
  const defaults = useDefaults().truth;
  const change = (patch: Partial<TruthRecipe>) => updateView({ truth: { ...truth, ...patch } });
  const resize = (patch: Partial<SizeRecipe>) => updateView({ size: { ...size, ...patch } });
  const proposed = typeof defaults.threshold === 'number' ? defaults.threshold : 128;
  const sides = SIDES.includes(size.width) ? SIDES : [...SIDES, size.width].sort((a, b) => a - b);
  return (
    <>
      <SliderField
        label={t('mask.threshold')}
        hint={t('mask.thresholdHint')}
        value={truth.threshold === 'otsu' ? proposed : truth.threshold}
        min={0}
        max={255}
        step={1}
        defaultValue={proposed}
        disabled={truth.threshold === 'otsu'}
        testId="threshold-slider"
        valueTestId="threshold-value"
        onChange={(threshold) => change({ threshold })}
      />
      <SwitchRow
        label={t('mask.otsu')}
        hint={t('mask.otsuHint')}
        checked={truth.threshold === 'otsu'}
        onChange={(otsu) => change({ threshold: otsu ? 'otsu' : proposed })}
      />
      <SwitchRow
        label={t('mask.fillHoles')}
        checked={truth.fillHoles}
        onChange={(fillHoles) => change({ fillHoles })}
      />
      <div className="control-row">
        <span className="control-label">{t('mask.split')}</span>
        <Segmented
          label={t('mask.split')}
          value={truth.split}
          segments={[
            { value: 'components', label: t('mask.components'), hint: t('mask.componentsHint') },
            { value: 'watershed', label: t('mask.watershed'), hint: t('mask.watershedHint') },
          ]}
          onChange={(split) => change({ split })}
        />
      </div>
      <div className="control-row">
        <Tip text={t('mask.smallestHint')}>
          <span className="control-label">{t('mask.smallest')}</span>
        </Tip>
        <span className="slider-value">
          <NumberField
            value={truth.smallestObject}
            min={0}
            max={1_000_000}
            step={1}
            label={t('mask.smallest')}
            testId="smallest-value"
            onChange={(smallestObject) => change({ smallestObject })}
          />
          {t('unit.px')}
        </span>
      </div>
      <SelectRow
        label={t('mask.size')}
        value={String(size.width)}
        options={sides.map((side) => ({ value: String(side), label: `${side} × ${side}` }))}
        testId="size-select"
        onChange={(side) => resize({ width: Number(side), height: Number(side) })}
      />
      <RenderedSize />
      <SelectRow
        label={t('mask.resampling')}
        value={size.resampling}
        options={[
          { value: 'bicubic', label: t('mask.bicubic') },
          { value: 'nearest', label: t('mask.nearest') },
        ]}
        onChange={(resampling) => resize({ resampling })}
      />
    </>
  );
}
