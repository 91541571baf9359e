import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useExportDialog } from './export-dialog-state.ts';
import { ExportForm } from './export-form.tsx';
import { ExportProgress } from './export-progress.tsx';
import './export.css';

const TITLES = {
  running: 'export.runningTitle',
  finishing: 'export.runningTitle',
  done: 'export.doneTitle',
  cancelled: 'export.cancelledTitle',
  failed: 'export.failedTitle',
  interrupted: 'export.interruptedTitle',
} as const;

/** What to export, then how far it is. Closing the dialog does not stop the export. */
export function ExportDialog() {
  const { t } = useTranslation();
  const open = useExportDialog((dialog) => dialog.open);
  const job = useStudio((state) => state.exportJob);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => useExportDialog.setState({ open: next })}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="dialog"
          aria-describedby={undefined}
          data-testid="export-dialog"
          data-status={job?.status ?? 'form'}
        >
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">
              {t(job ? TITLES[job.status] : 'export.title')}
            </Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('app.close')} icon={<X />} />
            </Dialog.Close>
          </header>
          {job ? <ExportProgress job={job} /> : <ExportForm />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
