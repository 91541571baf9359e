import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { useVideoDialog } from './video-dialog-state.ts';
import { VideoForm } from './video-form.tsx';
import { VideoProgress } from './video-progress.tsx';
import './video.css';

const TITLES = {
  running: 'video.runningTitle',
  finishing: 'video.runningTitle',
  done: 'video.doneTitle',
  failed: 'video.failedTitle',
} as const;

/** What film to make, how far it is, and the film. Closing the dialog does not stop it. */
export function VideoDialog() {
  const { t } = useTranslation();
  const open = useVideoDialog((dialog) => dialog.open);
  const job = useStudio((state) => state.videoJob);
  return (
    <StudioDialog
      open={open}
      title={t(job ? TITLES[job.status] : 'video.title')}
      testId="video-dialog"
      status={job?.status ?? 'form'}
      onOpenChange={(next) => useVideoDialog.setState({ open: next })}
    >
      {job ? <VideoProgress job={job} /> : <VideoForm />}
    </StudioDialog>
  );
}
