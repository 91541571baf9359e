import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { setSurface, useSurface } from './explore-state.ts';
import { Inspector } from './inspector.tsx';

/** The settings on a narrow screen: a sheet over the seeds, with a view left free to see what changes. */
export function InspectorSheet() {
  const { t } = useTranslation();
  const open = useSurface((surface) => surface.sheetOpen);
  return (
    <Dialog.Root modal={false} open={open} onOpenChange={(sheetOpen) => setSurface({ sheetOpen })}>
      <Dialog.Portal>
        <Dialog.Content
          className="sheet"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <header className="sheet-head">
            <Dialog.Title className="dialog-title">{t('inspector.title')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('app.close')} icon={<X />} />
            </Dialog.Close>
          </header>
          <Inspector />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
