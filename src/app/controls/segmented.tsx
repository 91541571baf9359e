import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

/** One of a segmented control's choices. */
export interface Segment<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
  /** Why it is disabled, or what it does. */
  hint?: string;
}

/** One of a few, side by side. Exactly one stays chosen. */
export function Segmented<Value extends string>(props: {
  label: string;
  value: Value;
  segments: Segment<Value>[];
  stretch?: boolean;
  onChange(value: Value): void;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      className={props.stretch ? 'segmented stretch' : 'segmented'}
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => value && props.onChange(value as Value)}
    >
      {props.segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          disabled={segment.disabled}
          title={segment.hint ?? (segment.icon ? segment.label : undefined)}
          data-value={segment.value}
        >
          {segment.icon}
          <span>{segment.label}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
