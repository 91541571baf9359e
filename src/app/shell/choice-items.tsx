import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

/** One choice of a menu. */
export interface MenuChoice<Value extends string> {
  value: Value;
  name: string;
  icon?: ReactNode;
  /** Language of its name, where it is not the page's. */
  lang?: string;
}

/** Choices of a menu of which one is ticked. */
export function ChoiceItems<Value extends string>(props: {
  value: Value;
  choices: readonly MenuChoice<Value>[];
  /** Of each item: with the value behind it. */
  testId: string;
  label: string;
  onChoose(value: Value): void;
}) {
  return (
    <DropdownMenu.RadioGroup
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => props.onChoose(value as Value)}
    >
      {props.choices.map(({ value, name, icon, lang }) => (
        <DropdownMenu.RadioItem
          key={value}
          value={value}
          lang={lang}
          className="menu-item"
          data-testid={`${props.testId}-${value}`}
        >
          <DropdownMenu.ItemIndicator className="menu-check">
            <Check aria-hidden />
          </DropdownMenu.ItemIndicator>
          {icon}
          {name}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
