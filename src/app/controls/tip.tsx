import { Tooltip } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

/** A short explanation on hover and focus; `keys` names the shortcut, `side` where there is room for it. */
export function Tip(props: {
  text: ReactNode;
  keys?: string;
  side?: 'top' | 'right';
  children: ReactElement;
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{props.children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tip" side={props.side} sideOffset={6} collisionPadding={8}>
          {props.text}
          {props.keys && <kbd>{props.keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
