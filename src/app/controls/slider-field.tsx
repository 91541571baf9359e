import { Slider } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { NumberField } from './number-field.tsx';
import { Tip } from './tip.tsx';

interface SliderFieldProps {
  label: string;
  /** Explanation, as a tooltip of the label. */
  hint?: string;
  value: number;
  min: number;
  max: number;
  /** What may be typed, where that is more than the slider has. */
  typedRange?: [from: number, to: number];
  step: number;
  digits?: number;
  /** Double-click returns here; a tick on the track marks it. */
  defaultValue: number;
  /** Where the filled part of the track begins, @default min. */
  origin?: number;
  /** Shown after the number, e.g. a unit. */
  suffix?: ReactNode;
  disabled?: boolean;
  /** Of the slider. */
  testId?: string;
  /** Of the number field. */
  valueTestId?: string;
  onChange(value: number): void;
}

/** A labelled slider with a number field; double-click resets it. */
export function SliderField(props: SliderFieldProps) {
  const { label, value, min, max, step, digits = 0, defaultValue } = props;
  const [lowest, highest] = props.typedRange ?? [min, max];
  const id = useId();
  const name = (
    <span className="control-label" id={id}>
      {label}
    </span>
  );
  const percent = (at: number) => ((Math.min(max, Math.max(min, at)) - min) / (max - min)) * 100;
  const [from, to] = [percent(props.origin ?? min), percent(value)];
  const filled = { left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` };
  return (
    <div className="slider-row">
      {props.hint ? <Tip text={props.hint}>{name}</Tip> : name}
      <span className="slider-value">
        <NumberField
          value={value}
          min={lowest}
          max={highest}
          step={step}
          digits={digits}
          label={label}
          disabled={props.disabled}
          testId={props.valueTestId}
          onChange={props.onChange}
        />
        {props.suffix}
      </span>
      <Slider.Root
        className="slider"
        data-testid={props.testId}
        value={[Math.min(max, Math.max(min, value))]}
        min={min}
        max={max}
        step={step}
        disabled={props.disabled}
        onValueChange={([next]) => props.onChange(Number(next.toFixed(digits)))}
        onDoubleClick={() => props.onChange(defaultValue)}
      >
        <Slider.Track className="slider-track">
          <span className="slider-default" style={{ left: `${percent(defaultValue)}%` }} />
          <span className="slider-range" style={filled} />
        </Slider.Track>
        <Slider.Thumb className="slider-thumb" aria-labelledby={id} />
      </Slider.Root>
    </div>
  );
}
