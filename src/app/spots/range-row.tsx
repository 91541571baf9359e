import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../controls/number-field.tsx';
import { Tip } from '../controls/tip.tsx';

/** Least and most of something that is drawn evenly between the two; neither passes the other. */
export function RangeRow(props: {
  label: string;
  hint: string;
  value: { from: number; to: number };
  max: number;
  step: number;
  digits?: number;
  suffix: ReactNode;
  testId: string;
  onChange(value: { from: number; to: number }): void;
}) {
  const { t } = useTranslation();
  const { from, to } = props.value;
  const common = { min: 0, max: props.max, step: props.step, digits: props.digits };
  return (
    <div className="control-row">
      <Tip text={props.hint}>
        <span className="control-label">{props.label}</span>
      </Tip>
      <span className="slider-value range-value">
        <NumberField
          {...common}
          value={from}
          label={t('spots.least', { what: props.label })}
          testId={`${props.testId}-from`}
          onChange={(next) => props.onChange({ from: next, to: Math.max(next, to) })}
        />
        –
        <NumberField
          {...common}
          value={to}
          label={t('spots.most', { what: props.label })}
          testId={`${props.testId}-to`}
          onChange={(next) => props.onChange({ from: Math.min(from, next), to: next })}
        />
        {props.suffix}
      </span>
    </div>
  );
}
