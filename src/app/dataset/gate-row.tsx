import { useTranslation } from 'react-i18next';
import type { GateRange } from '../../dataset/quality-gates.ts';
import { OptionalNumber } from '../controls/optional-number.tsx';

/** A gate's two ends; an empty one is open. */
export function GateRow(props: {
  label: string;
  range: GateRange;
  max: number;
  /** What one of the shown numbers is worth. @default 1 */
  unit?: number;
  digits?: number;
  testId: string;
  onChange(range: GateRange): void;
}) {
  const { t } = useTranslation();
  const { label, range, max, unit = 1, digits, testId } = props;
  const end = (name: 'from' | 'to') => {
    const value = range[name];
    return (
      <OptionalNumber
        label={t(name === 'from' ? 'dataset.least' : 'dataset.most', { what: label })}
        value={value === null ? null : value / unit}
        min={0}
        max={max / unit}
        digits={digits}
        placeholder={t(name === 'from' ? 'dataset.min' : 'dataset.max')}
        testId={`${testId}-${name}`}
        onChange={(next) =>
          props.onChange({ ...range, [name]: next === null ? null : next * unit })
        }
      />
    );
  };
  const isEmpty = range.from !== null && range.to !== null && range.from > range.to;
  return (
    <div className="control-row">
      <span className="control-label">{label}</span>
      <span className="gate-ends" data-invalid={isEmpty}>
        {end('from')}
        <span aria-hidden>–</span>
        {end('to')}
      </span>
    </div>
  );
}
