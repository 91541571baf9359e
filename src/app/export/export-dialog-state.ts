import { create } from 'zustand';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';

/** The export dialog's own state; the job itself is in the studio's store. */
interface ExportDialog {
  open: boolean;
  seeds: string;
  fileName: string;
}

/** Whether the dialog is open and what is typed in it. */
export const useExportDialog = create<ExportDialog>()(() => ({
  open: false,
  seeds: '',
  fileName: 'cytoforge-dataset.zip',
}));

/** Opens the dialog with the seeds of the grid, the pinned ones, or those typed last. */
export function openExport(from: 'grid' | 'pinned' | 'last'): void {
  const typed = useExportDialog.getState().seeds;
  const { view } = useStudio.getState();
  if (from === 'pinned')
    useExportDialog.setState({ open: true, seeds: formatSeedRanges(view.pinned) });
  else if (from === 'grid' || typed === '') {
    useExportDialog.setState({ open: true, seeds: view.seeds });
  } else useExportDialog.setState({ open: true });
}
