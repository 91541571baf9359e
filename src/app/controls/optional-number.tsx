import { useState } from 'react';
import { parseNumber } from './parse-number.ts';

/** A number that may be left out: an empty field is none. What is typed holds on Enter or when the field is left. */
export function OptionalNumber(props: {
  label: string;
  value: number | null;
  min: number;
  max: number;
  digits?: number;
  /** Shown while it is empty. */
  placeholder: string;
  testId?: string;
  onChange(value: number | null): void;
}) {
  const { value, min, max, digits = 0 } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : String(Number(value.toFixed(digits))));
  const commit = () => {
    if (draft === null) return;
    const next = draft.trim() === '' ? null : parseNumber(draft, min, max, digits);
    setDraft(null);
    if (draft.trim() === '' || next !== null) props.onChange(next);
  };
  return (
    <input
      type="text"
      inputMode={digits > 0 ? 'decimal' : 'numeric'}
      className="field number optional-number"
      aria-label={props.label}
      autoComplete="off"
      spellCheck={false}
      placeholder={props.placeholder}
      data-testid={props.testId}
      value={shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
