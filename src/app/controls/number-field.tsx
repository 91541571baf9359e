import { type KeyboardEvent, useState } from 'react';
import { parseNumber } from './parse-number.ts';

interface NumberFieldProps {
  value: number;
  min: number;
  max: number;
  step: number;
  /** Decimals shown. */
  digits?: number;
  label: string;
  className?: string;
  disabled?: boolean;
  testId?: string;
  onChange(value: number): void;
}

/**
 * A number as text: what is typed holds on Enter or when the field is left, arrows step (ten steps with
 * Shift), Escape takes it back. Out of range becomes the nearest end; what is no number is dropped.
 */
export function NumberField(props: NumberFieldProps) {
  const { value, min, max, step, digits = 0 } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value.toFixed(digits);

  const commit = () => {
    if (draft === null) return;
    const parsed = parseNumber(draft, min, max, digits);
    setDraft(null);
    if (parsed !== null && parsed !== value) props.onChange(parsed);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') setDraft(null);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const from = parseNumber(shown, min, max, digits) ?? value;
      const by = (event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1);
      setDraft(null);
      props.onChange(parseNumber(String(from + by), min, max, digits) ?? value);
    }
  };

  return (
    <input
      type="text"
      inputMode={digits > 0 || min < 0 ? 'decimal' : 'numeric'}
      className={`field number ${props.className ?? ''}`}
      aria-label={props.label}
      autoComplete="off"
      spellCheck={false}
      disabled={props.disabled}
      data-testid={props.testId}
      value={shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
