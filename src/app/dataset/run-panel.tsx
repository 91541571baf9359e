import {
  ChartNoAxesCombined,
  CircleCheck,
  CirclePause,
  CircleStop,
  Pause,
  Play,
  Square,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportJob } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { JobBar, useTimeLeft } from '../controls/job-bar.tsx';
import { formatBytes, formatNumber } from '../format/quantities.ts';
import { ContactSheet } from './contact-sheet.tsx';
import { usePauseKey } from './use-pause-key.ts';

/** The run: how far it is, what can be done with it, and the samples as they come. */
export function RunPanel({ job }: { job: ExportJob }) {
  usePauseKey();
  const isRunning = job.status === 'running';
  const isOver = ['done', 'cancelled', 'failed'].includes(job.status);
  return (
    <div className="run" data-testid="run" data-status={job.status}>
      <header className="run-head">
        <div className="run-title">
          <Title job={job} />
          <RunButtons job={job} />
        </div>
        {!isOver && <Progress job={job} />}
        {job.error && <Failure error={job.error} testId="run-failed" />}
      </header>
      <ContactSheet
        source="export"
        set={job.id}
        total={isOver ? job.done : job.total}
        done={job.done}
        follows={isRunning}
      />
    </div>
  );
}

function Title({ job }: { job: ExportJob }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => formatNumber(value, i18n.language);
  const values = { done: number(job.done), total: number(job.total) };
  const inZip = t('export.inZip', { count: job.done, formatted: number(job.done) });
  const kept = job.rejected > 0 ? t('dataset.rejected', { count: job.rejected }) : '';
  const lines = {
    running: t('dataset.running'),
    paused: t('export.pausedTitle'),
    finishing: t('export.finishing'),
    done: `${inZip} ${kept}`,
    cancelled: `${inZip} ${kept}`,
    failed: job.done > 0 ? inZip : t('export.failedTitle'),
    interrupted: t(job.error ? 'export.stoppedText' : 'export.interruptedText', values),
  };
  const icons = {
    done: <CircleCheck aria-hidden />,
    cancelled: <CircleStop aria-hidden />,
    interrupted: <CirclePause aria-hidden />,
  } as const;
  return (
    <div className="run-name" role="status" data-status={job.status}>
      {job.status in icons && icons[job.status as keyof typeof icons]}
      <div>
        <h1>{job.fileName}</h1>
        <p className="hint">{lines[job.status]}</p>
      </div>
    </div>
  );
}

function Progress({ job }: { job: ExportJob }) {
  const { t, i18n } = useTranslation();
  const timeLeft = useTimeLeft();
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <JobBar
      label={t('export.runningTitle')}
      testId="run-progress"
      done={job.done}
      total={job.total}
    >
      <span>{t('export.progress', { done: number(job.done), total: number(job.total) })}</span>
      <span data-testid="run-rejected" data-rejected={job.rejected}>
        {formatBytes(job.bytes, i18n.language)}
        {job.rejected > 0 && ` · ${t('dataset.rejected', { count: job.rejected })}`}
      </span>
      <span>{job.status === 'running' && timeLeft(job.secondsLeft)}</span>
    </JobBar>
  );
}

function RunButtons({ job }: { job: ExportJob }) {
  const { t } = useTranslation();
  const actions = useStudio.getState();
  const { status } = job;
  const button = (
    testId: string,
    label: string,
    run: () => void,
    kind = '',
    icon: React.ReactNode = null,
  ) => (
    <button
      type="button"
      className={`button ${kind}`}
      data-testid={testId}
      disabled={status === 'finishing'}
      onClick={run}
    >
      {icon}
      {label}
    </button>
  );
  if (status === 'running' || status === 'paused' || status === 'finishing') {
    return (
      <div className="run-buttons">
        {status === 'paused'
          ? button(
              'run-continue',
              t('dataset.continue'),
              actions.unpauseExport,
              'primary',
              <Play />,
            )
          : button('run-pause', t('dataset.pause'), actions.pauseExport, '', <Pause />)}
        {button('run-cancel', t('dataset.stop'), actions.cancelExport, '', <Square />)}
      </div>
    );
  }
  if (status === 'interrupted') {
    return (
      <div className="run-buttons">
        {button(
          'run-discard',
          t('export.discard'),
          () => void actions.dismissExport(),
          'quiet danger',
        )}
        {button('run-save', t('export.save'), () => void actions.saveInterruptedExport())}
        {button(
          'run-resume',
          t('export.resume'),
          () => void actions.resumeExport(),
          'primary',
          <Play />,
        )}
      </div>
    );
  }
  const benchmark = () => {
    actions.openWorkspace('benchmark');
    void actions.addExportedSet();
  };
  return (
    <div className="run-buttons">
      {job.done > 0 &&
        status !== 'failed' &&
        button('run-benchmark', t('dataset.benchmark'), benchmark, '', <ChartNoAxesCombined />)}
      {button('run-dismiss', t('dataset.newPlan'), () => void actions.dismissExport(), 'primary')}
    </div>
  );
}
