import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import { useExportDialog } from './export-dialog-state.ts';

/** The running (or interrupted) export in the top bar, while its dialog is closed. */
export function ExportChip() {
  const { t } = useTranslation();
  const job = useStudio((state) => state.exportJob);
  const open = useExportDialog((dialog) => dialog.open);
  const narrow = useNarrow();
  if (!job || open) return null;
  const percent = job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100);
  const label = {
    running: narrow ? `${percent} %` : t('export.chip', { percent }),
    paused: t('export.pausedTitle'),
    finishing: t('export.finishing'),
    done: t('export.doneTitle'),
    cancelled: t('export.cancelledTitle'),
    failed: t('export.failedTitle'),
    interrupted: t('export.interruptedTitle'),
  }[job.status];
  return (
    <button
      type="button"
      className="chip export-chip number"
      data-testid="export-chip"
      data-status={job.status}
      onClick={() => useExportDialog.setState({ open: true })}
    >
      <span className="export-chip-fill" style={{ width: `${percent}%` }} aria-hidden />
      <span>{label}</span>
    </button>
  );
}
