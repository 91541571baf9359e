import { useTranslation } from 'react-i18next';
import { SelectRow } from '../../controls/select-row.tsx';
import { SwitchRow } from '../../controls/switch-row.tsx';
import { SizeRows } from './size-rows.tsx';
import { useStep } from './use-step.ts';

const FILTERS = ['bicubic', 'lanczos', 'bilinear', 'box', 'nearest'] as const;

/** Settings of resizing. */
export function ResizeFields() {
  const { t } = useTranslation();
  const [step, change] = useStep('resize');
  return (
    <>
      <SizeRows width={step.width} height={step.height} onChange={change} />
      <SwitchRow
        label={t('tools.field.keepAspect')}
        hint={t('tools.field.keepAspectHint')}
        checked={step.keepAspect}
        onChange={(keepAspect) => change({ keepAspect })}
      />
      <SelectRow
        label={t('tools.field.resampling')}
        value={step.resampling}
        options={FILTERS.map((value) => ({
          value,
          label: t(`tools.field.resamplingValue.${value}`),
        }))}
        onChange={(resampling) => change({ resampling })}
      />
    </>
  );
}
