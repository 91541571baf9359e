import { useTranslation } from 'react-i18next';
import type { NumberParameter, SegmenterParameter } from '../../../segmentation/segmenter.ts';
import type { BenchmarkEntry } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { NumberField } from '../../controls/number-field.tsx';
import { SelectRow } from '../../controls/select-row.tsx';
import { SwitchRow } from '../../controls/switch-row.tsx';
import { Tip } from '../../controls/tip.tsx';
import { useParameterName } from './parameter-name.ts';

const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** Decimals that a parameter's steps and its default need. */
function digitsOf({ step, default: usual }: NumberParameter): number {
  return Math.min(6, Math.max(decimalsOf(step), decimalsOf(usual)));
}

/** One parameter with the control of its kind; one at its default is not kept. */
export function ParameterRow(props: { entry: BenchmarkEntry; parameter: SegmenterParameter }) {
  const { entry, parameter } = props;
  const { t } = useTranslation();
  const nameOf = useParameterName();
  const setEntryValue = useStudio((state) => state.setEntryValue);
  const value = entry.values[parameter.name] ?? parameter.default;
  const label = nameOf(parameter.name);
  const change = (next: number | string | boolean) =>
    setEntryValue(entry.id, parameter.name, next === parameter.default ? null : next);
  if (parameter.kind === 'flag') {
    return (
      <SwitchRow label={label} hint={parameter.name} checked={value === true} onChange={change} />
    );
  }
  if (parameter.kind === 'choice') {
    return (
      <SelectRow
        label={label}
        value={String(value)}
        options={parameter.options.map((option) => ({ value: option, label: nameOf(option) }))}
        onChange={change}
      />
    );
  }
  return (
    <div className="control-row">
      <Tip text={parameter.name}>
        <span className="control-label">{label}</span>
      </Tip>
      <span className="bench-number">
        <NumberField
          label={label}
          value={Number(value)}
          min={parameter.min}
          max={parameter.max}
          step={parameter.step}
          digits={digitsOf(parameter)}
          testId={`parameter-${entry.id}-${parameter.name}`}
          onChange={change}
        />
        {parameter.unit === 'pixels' && <span>{t('unit.px')}</span>}
        {parameter.unit === 'microns' && <span>{t('benchmark.sets.microns')}</span>}
      </span>
    </div>
  );
}
