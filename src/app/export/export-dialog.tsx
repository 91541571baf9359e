import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { useExportDialog } from './export-dialog-state.ts';
import { ExportForm } from './export-form.tsx';
import { ExportProgress } from './export-progress.tsx';
import './export.css';

const TITLES = {
  running: 'export.runningTitle',
  paused: 'export.pausedTitle',
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
    <StudioDialog
      open={open}
      title={t(job ? TITLES[job.status] : 'export.title')}
      testId="export-dialog"
      status={job?.status ?? 'form'}
      onOpenChange={(next) => useExportDialog.setState({ open: next })}
    >
      {job ? <ExportProgress job={job} /> : <ExportForm />}
    </StudioDialog>
  );
}
