import { type ReactNode, useId } from 'react';

/** Seed ranges as text, with ways to fill them in and a line below that says how to, or what is wrong. */
export function SeedsField(props: {
  label: string;
  testId: string;
  value: string;
  /** How to write them, or the problem. */
  note: ReactNode;
  invalid: boolean;
  /** Buttons beside the label. */
  shortcuts?: ReactNode;
  onChange(text: string): void;
}) {
  const id = useId();
  return (
    <div className="form-field">
      <div className="form-label">
        <label htmlFor={id}>{props.label}</label>
        {props.shortcuts && <span className="form-shortcuts">{props.shortcuts}</span>}
      </div>
      <input
        id={id}
        className="field number"
        data-testid={props.testId}
        value={props.value}
        aria-invalid={props.invalid}
        aria-describedby={`${id}-note`}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={props.invalid ? 'invalid' : 'hint'} aria-live="polite">
        {props.note}
      </p>
    </div>
  );
}
