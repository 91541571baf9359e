import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Tip } from './tip.tsx';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> {
  /** Accessible name, shown as a tooltip. */
  label: string;
  keys?: string;
  small?: boolean;
  icon: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon: named for assistive technology and by tooltip. */
export function IconButton({ label, keys, small, icon, className, ...rest }: IconButtonProps) {
  const classes = ['icon-button', small && 'small', className].filter(Boolean).join(' ');
  return (
    <Tip text={label} keys={keys}>
      <button type="button" aria-label={label} className={classes} {...rest}>
        {icon}
      </button>
    </Tip>
  );
}
