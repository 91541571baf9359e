import { Check, ChevronDown } from 'lucide-react';
import { Select } from 'radix-ui';
import { useId } from 'react';

/** One of many, in a list that opens. */
export function SelectRow<Value extends string>(props: {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  testId?: string;
  onChange(value: Value): void;
}) {
  const id = useId();
  return (
    <div className="control-row">
      <span className="control-label" id={id}>
        {props.label}
      </span>
      <Select.Root value={props.value} onValueChange={(value) => props.onChange(value as Value)}>
        <Select.Trigger
          className="select-trigger number"
          aria-labelledby={id}
          data-testid={props.testId}
        >
          <Select.Value />
          <Select.Icon asChild>
            <ChevronDown />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Content className="menu" position="popper" align="end" sideOffset={4}>
            <Select.Viewport>
              {props.options.map((option) => (
                <Select.Item key={option.value} value={option.value} className="menu-item number">
                  <Select.ItemIndicator className="menu-check">
                    <Check />
                  </Select.ItemIndicator>
                  <Select.ItemText>{option.label}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}
