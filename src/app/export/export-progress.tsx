import { CircleCheck, CirclePause, CircleStop } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportJob } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { JobBar, useTimeLeft } from '../controls/job-bar.tsx';
import { formatBytes, formatNumber } from '../format/quantities.ts';

/** The job: how far, how it ended, and what can be done now. */
export function ExportProgress({ job }: { job: ExportJob }) {
  const { t } = useTranslation();
  const { cancelExport, dismissExport, resumeExport, saveInterruptedExport } = useStudio.getState();
  const running = ['running', 'paused', 'finishing'].includes(job.status);
  return (
    <>
      <div className="dialog-body">
        <p className="export-file">{job.fileName}</p>
        <JobProgress job={job} />
        <JobOutcome job={job} />
      </div>
      <footer className="dialog-foot">
        {running && (
          <button
            type="button"
            className="button"
            data-testid="export-cancel"
            disabled={job.status === 'finishing'}
            title={t('export.stop')}
            onClick={cancelExport}
          >
            {t('app.cancel')}
          </button>
        )}
        {job.status === 'interrupted' && (
          <>
            <button
              type="button"
              className="button quiet danger"
              data-testid="export-discard"
              onClick={() => void dismissExport()}
            >
              {t('export.discard')}
            </button>
            <button
              type="button"
              className="button"
              data-testid="export-save"
              onClick={() => void saveInterruptedExport()}
            >
              {t('export.save')}
            </button>
            <button
              type="button"
              className="button primary"
              data-testid="export-resume"
              onClick={() => void resumeExport()}
            >
              {t('export.resume')}
            </button>
          </>
        )}
        {!running && job.status !== 'interrupted' && (
          <button
            type="button"
            className="button"
            data-testid="export-dismiss"
            onClick={() => void dismissExport()}
          >
            {t('export.another')}
          </button>
        )}
      </footer>
    </>
  );
}

function JobProgress({ job }: { job: ExportJob }) {
  const { t, i18n } = useTranslation();
  const timeLeft = useTimeLeft();
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <JobBar
      label={t('export.runningTitle')}
      testId="export-progress"
      done={job.done}
      total={job.total}
    >
      <span>{t('export.progress', { done: number(job.done), total: number(job.total) })}</span>
      <span>{formatBytes(job.bytes, i18n.language)}</span>
      <span>
        {job.status === 'running' && timeLeft(job.secondsLeft)}
        {job.status === 'finishing' && t('export.finishing')}
      </span>
    </JobBar>
  );
}

function JobOutcome({ job }: { job: ExportJob }) {
  const { t, i18n } = useTranslation();
  const done = formatNumber(job.done, i18n.language);
  const total = formatNumber(job.total, i18n.language);
  const inZip = t('export.inZip', { count: job.done, formatted: done });
  switch (job.status) {
    case 'running':
    case 'paused':
    case 'finishing':
      return (
        <p className="hint">
          {t('export.background')} {t('export.keepOpen')}
        </p>
      );
    case 'done':
      return (
        <Outcome kind="good" icon={<CircleCheck aria-hidden />} testId="export-done">
          {inZip}
        </Outcome>
      );
    case 'cancelled':
      return (
        <Outcome kind="warn" icon={<CircleStop aria-hidden />} testId="export-cancelled">
          {inZip}
        </Outcome>
      );
    case 'interrupted':
      if (job.error) {
        return (
          <>
            <Failure error={job.error} testId="export-failed" />
            <p className="hint">{t('export.stoppedText', { done, total })}</p>
          </>
        );
      }
      return (
        <Outcome kind="warn" icon={<CirclePause aria-hidden />} testId="export-interrupted">
          {t('export.interruptedText', { done, total })}
        </Outcome>
      );
    case 'failed':
      return (
        <>
          {job.error && <Failure error={job.error} testId="export-failed" />}
          {job.done > 0 && <p className="hint">{inZip}</p>}
        </>
      );
  }
}

function Outcome(props: {
  kind: 'good' | 'warn';
  icon: ReactNode;
  testId: string;
  children: ReactNode;
}) {
  return (
    <p className={`outcome ${props.kind}`} role="status" data-testid={props.testId}>
      {props.icon}
      <span>{props.children}</span>
    </p>
  );
}
