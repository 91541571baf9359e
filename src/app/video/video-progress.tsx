import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VideoJob } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { JobBar, useTimeLeft } from '../controls/job-bar.tsx';
import { formatBytes, formatNumber } from '../format/quantities.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';
import { useObjectUrl } from './use-object-url.ts';

/** The film while it is made, and when it is done. */
export function VideoProgress({ job }: { job: VideoJob }) {
  const { t } = useTranslation();
  const { cancelVideo, saveVideo, dismissVideo } = useStudio.getState();
  const running = job.status === 'running' || job.status === 'finishing';
  return (
    <>
      <div className="dialog-body">
        <Preview job={job} />
        {job.status === 'failed' ? (
          job.error && <Failure error={job.error} testId="video-failed" />
        ) : (
          <JobNumbers job={job} />
        )}
        {running && <p className="hint">{t('export.keepOpen')}</p>}
      </div>
      <footer className="dialog-foot">
        {running ? (
          <button
            type="button"
            className="button"
            data-testid="video-cancel"
            disabled={job.status === 'finishing'}
            onClick={cancelVideo}
          >
            {t('app.cancel')}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            data-testid="video-another"
            onClick={dismissVideo}
          >
            {t('video.another')}
          </button>
        )}
        {job.status === 'done' && (
          <button
            type="button"
            className="button primary"
            data-testid="video-save"
            onClick={saveVideo}
          >
            <Download aria-hidden />
            {t('video.download')}
          </button>
        )}
      </footer>
    </>
  );
}

/** The film as a loop; until then (and of a ZIP) the newest picture. */
function Preview({ job }: { job: VideoJob }) {
  const { t } = useTranslation();
  const url = useObjectUrl(job.format === 'zip' ? null : job.file);
  if (url) {
    return (
      <video
        className="video-preview"
        data-testid="video-preview"
        src={url}
        aria-label={t('video.title')}
        controls
        loop
        autoPlay
        muted
        playsInline
      />
    );
  }
  return (
    <div className="video-preview">
      {job.picture && <PixelCanvas image={job.picture} label={t('video.newest')} smooth />}
    </div>
  );
}

function JobNumbers({ job }: { job: VideoJob }) {
  const { t, i18n } = useTranslation();
  const timeLeft = useTimeLeft();
  const number = (value: number) => formatNumber(value, i18n.language);
  if (job.status === 'done') {
    return (
      <p className="video-file number" role="status" data-testid="video-done">
        <span>{job.fileName}</span>
        <span className="hint">{formatBytes(job.file?.size ?? 0, i18n.language)}</span>
      </p>
    );
  }
  return (
    <JobBar
      label={t('video.runningTitle')}
      testId="video-progress"
      done={job.done}
      total={job.total}
    >
      <span>{t('video.progress', { done: number(job.done), total: number(job.total) })}</span>
      <span />
      <span>{job.status === 'finishing' ? t('video.finishing') : timeLeft(job.secondsLeft)}</span>
    </JobBar>
  );
}
