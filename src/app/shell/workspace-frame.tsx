import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { setShell, useShell } from './shell-state.ts';
import { useNarrow } from './use-narrow.ts';
import './workspace-frame.css';

/**
 * A workspace with its settings on the right; on a narrow screen they are a sheet, which the rail's Adjust opens.
 * @param props.testId Of the whole.
 */
export function WorkspaceFrame(props: {
  testId: string;
  side: ReactNode;
  sideTitle: string;
  children: ReactNode;
}) {
  const narrow = useNarrow();
  return (
    <div className="frame" data-testid={props.testId}>
      <div className="frame-main">{props.children}</div>
      {narrow ? (
        <SideSheet title={props.sideTitle}>{props.side}</SideSheet>
      ) : (
        <aside className="frame-side" aria-label={props.sideTitle}>
          {props.side}
        </aside>
      )}
    </div>
  );
}

function SideSheet({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const open = useShell((shell) => shell.sideOpen);
  return (
    <Dialog.Root modal={false} open={open} onOpenChange={(sideOpen) => setShell({ sideOpen })}>
      <Dialog.Portal>
        <Dialog.Content
          className="sheet"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <header className="sheet-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('app.close')} icon={<X />} />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
