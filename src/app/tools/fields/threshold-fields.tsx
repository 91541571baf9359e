import { useTranslation } from 'react-i18next';
import { DEFAULT_STEPS } from '../../../dataset/tools/tool-step.ts';
import { Segmented } from '../../controls/segmented.tsx';
import { SliderField } from '../../controls/slider-field.tsx';
import { ActsOnRow } from './acts-on-row.tsx';
import { useStep } from './use-step.ts';

const DEFAULT_LEVEL = DEFAULT_STEPS.threshold.level as number;

/** Settings of the threshold. */
export function ThresholdFields() {
  const { t } = useTranslation();
  const [{ level, on }, change] = useStep('threshold');
  return (
    <>
      <Segmented
        stretch
        label={t('tools.field.levelHow')}
        value={level === 'otsu' ? 'otsu' : 'fixed'}
        segments={[
          { value: 'fixed', label: t('tools.field.fixed') },
          { value: 'otsu', label: t('tools.field.otsu') },
        ]}
        onChange={(how) => change({ level: how === 'otsu' ? 'otsu' : DEFAULT_LEVEL })}
      />
      {level === 'otsu' ? (
        <p className="hint">{t('tools.field.otsuHint')}</p>
      ) : (
        <SliderField
          label={t('tools.field.level')}
          value={level}
          min={0}
          max={255}
          step={1}
          defaultValue={DEFAULT_LEVEL}
          testId="tool-level"
          valueTestId="tool-level-value"
          onChange={(next) => change({ level: next })}
        />
      )}
      <ActsOnRow label={t('tools.field.on')} value={on} onChange={(next) => change({ on: next })} />
    </>
  );
}
