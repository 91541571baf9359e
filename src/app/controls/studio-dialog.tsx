import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';

/** A dialog with a title and a way out; what is in it decides about the rest. */
export function StudioDialog(props: {
  open: boolean;
  title: string;
  testId: string;
  /** For what needs room, as a matrix. */
  wide?: boolean;
  /** As `data-status`. */
  status?: string;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className={props.wide ? 'dialog wide-dialog' : 'dialog'}
          aria-describedby={undefined}
          data-testid={props.testId}
          data-status={props.status}
          // The dialog itself takes the focus: the close button first would open its tooltip.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
        >
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">{props.title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('app.close')} icon={<X />} />
            </Dialog.Close>
          </header>
          {props.children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
