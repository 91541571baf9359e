import { useTranslation } from 'react-i18next';
import type { DrawRange } from '../../pipeline/plan/dataset-plan.ts';
import { NumberField } from '../controls/number-field.tsx';

/** A range that numbers are drawn from; the ends push each other along. */
export function RangeRow(props: {
  label: string;
  range: DrawRange;
  min: number;
  max: number;
  step: number;
  digits?: number;
  testId?: string;
  onChange(range: DrawRange): void;
}) {
  const { t } = useTranslation();
  const { label, range, min, max, step, digits } = props;
  const shared = { min, max, step, digits, className: 'range-number' };
  return (
    <div className="control-row">
      <span className="control-label">{label}</span>
      <span className="gate-ends">
        <NumberField
          {...shared}
          label={t('dataset.least', { what: label })}
          value={range.from}
          testId={props.testId && `${props.testId}-from`}
          onChange={(from) => props.onChange({ from, to: Math.max(from, range.to) })}
        />
        <span aria-hidden>–</span>
        <NumberField
          {...shared}
          label={t('dataset.most', { what: label })}
          value={range.to}
          testId={props.testId && `${props.testId}-to`}
          onChange={(to) => props.onChange({ from: Math.min(to, range.from), to })}
        />
      </span>
    </div>
  );
}
