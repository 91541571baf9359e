import type { ReactNode } from 'react';
import { NumberField } from '../controls/number-field.tsx';
import { Tip } from '../controls/tip.tsx';

interface Numbers {
  min: number;
  max: number;
  step?: number;
  digits?: number;
  /** A unit after the number. */
  suffix?: ReactNode;
}

function RowLabel({ label, hint }: { label: string; hint?: string }) {
  const name = <span className="control-label">{label}</span>;
  return hint ? <Tip text={hint}>{name}</Tip> : name;
}

/** A labelled number. */
export function NumberRow(
  props: Numbers & {
    label: string;
    hint?: string;
    value: number;
    testId?: string;
    onChange(value: number): void;
  },
) {
  const { label, hint, suffix, step = 1, ...field } = props;
  return (
    <div className="control-row">
      <RowLabel label={label} hint={hint} />
      <span className="tool-numbers">
        <NumberField {...field} step={step} label={label} />
        <span className="tool-unit">{suffix}</span>
      </span>
    </div>
  );
}

/** A labelled range: its least and its largest number, which never pass each other. */
export function RangeRow(
  props: Numbers & {
    label: string;
    value: readonly [number, number];
    names: readonly [string, string];
    testId?: string;
    onChange(value: [number, number]): void;
  },
) {
  const { label, value, names, suffix, testId, step = 1, min, max, digits } = props;
  const [least, largest] = value;
  return (
    <div className="control-row">
      <RowLabel label={label} />
      <span className="tool-numbers">
        <NumberField
          value={least}
          min={min}
          max={largest}
          step={step}
          digits={digits}
          label={names[0]}
          testId={testId && `${testId}-least`}
          onChange={(next) => props.onChange([next, largest])}
        />
        <span aria-hidden>–</span>
        <NumberField
          value={largest}
          min={least}
          max={max}
          step={step}
          digits={digits}
          label={names[1]}
          testId={testId && `${testId}-largest`}
          onChange={(next) => props.onChange([least, next])}
        />
        <span className="tool-unit">{suffix}</span>
      </span>
    </div>
  );
}
