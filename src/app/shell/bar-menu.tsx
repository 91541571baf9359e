import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Tip } from '../controls/tip.tsx';

/** A button of the top bar that opens a menu. */
export function BarMenu(props: {
  label: string;
  testId: string;
  icon: ReactNode;
  /** Beside the icon. */
  text?: string;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <Tip text={props.label}>
        <DropdownMenu.Trigger asChild>
          <button
            type="button"
            className={props.text ? 'button quiet' : 'icon-button'}
            aria-label={props.label}
            data-testid={props.testId}
          >
            {props.icon}
            {props.text}
          </button>
        </DropdownMenu.Trigger>
      </Tip>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {props.children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
