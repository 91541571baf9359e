import { useTranslation } from 'react-i18next';
import { isMaskManifest } from '../../checkpoints/bundle/mask-manifest.ts';
import type { SizeRecipe, TruthRecipe } from '../../pipeline/recipe.ts';
import { canvasOf } from '../../pipeline/resize-canvas.ts';
import { useStudio } from '../../store/studio-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { Tip } from '../controls/tip.tsx';
import { CanvasField } from './canvas-field.tsx';
import { RenderedSize } from './rendered-size.tsx';
import { sizeChoices } from './size-choices.ts';
import { useChosenModels, useDefaults } from './use-defaults.ts';

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
  const canvas = useStudio((state) => state.view.canvas);
  const { mask } = useChosenModels();
  const generator = mask && isMaskManifest(mask.manifest) ? mask.manifest : null;
  const side = generator?.config.imgResolution ?? size.width;
  const choices = sizeChoices(canvasOf({ canvas }, side), side, size);
  const spell = ({ width, height }: { width: number; height: number }) => `${width} × ${height}`;
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
      {generator?.architecture === 'stylegan3' && <CanvasField side={side} />}
      <SelectRow
        label={t('mask.size')}
        value={spell(size)}
        options={choices.map((choice) => ({ value: spell(choice), label: spell(choice) }))}
        testId="size-select"
        onChange={(value) => resize(choices.find((choice) => spell(choice) === value) ?? {})}
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
