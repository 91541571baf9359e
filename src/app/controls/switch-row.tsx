import { Switch } from 'radix-ui';
import { useId } from 'react';
import { Tip } from './tip.tsx';

/** A setting that is on or off. */
export function SwitchRow(props: {
  label: string;
  hint?: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const id = useId();
  const name = (
    <label className="control-label" htmlFor={id}>
      {props.label}
    </label>
  );
  return (
    <div className="control-row">
      {props.hint ? <Tip text={props.hint}>{name}</Tip> : name}
      <Switch.Root
        id={id}
        className="switch"
        checked={props.checked}
        onCheckedChange={props.onChange}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </div>
  );
}
