import { CircleCheck, CircleStop, Download, FileOutput, Play, Repeat2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import type { ToolJob } from '../../store/tools-slice.ts';
import { Failure } from '../controls/failure.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { JobBar, useTimeLeft } from '../controls/job-bar.tsx';
import { formatBytes, formatNumber } from '../format/quantities.ts';
import { LeftOut } from './left-out.tsx';
import { useCanRun } from './use-can-run.ts';

/** What will be written and the way to it; how far a run is; what came of it. */
export function RunBar() {
  const job = useStudio((state) => state.toolJob);
  if (!job) return <ReadyBar />;
  if (job.status === 'running' || job.status === 'finishing') return <RunningBar job={job} />;
  return <EndedBar job={job} />;
}

function ReadyBar() {
  const { t, i18n } = useTranslation();
  const ready = useStudio((state) => state.toolSource?.status === 'ready');
  const result = useStudio((state) => state.toolPreview.result);
  const canPickFile = useStudio((state) => state.canPickFile);
  const startTool = useStudio((state) => state.startTool);
  const canRun = useCanRun();
  const count = result?.files ?? 0;
  const values = { count, formatted: formatNumber(count, i18n.language) };
  return (
    <footer className="tool-run">
      <p className="tool-run-words" aria-live="polite" data-testid="tool-count" data-count={count}>
        {!ready && t('tools.run.waiting')}
        {ready && result && t(result.exact ? 'tools.run.files' : 'tools.run.about', values)}
      </p>
      <div className="tool-buttons">
        {canPickFile && (
          <button
            type="button"
            className="button quiet"
            title={t('tools.run.toFileHint')}
            disabled={!canRun}
            onClick={() => void startTool(true)}
          >
            <FileOutput aria-hidden />
            {t('tools.run.toFile')}
          </button>
        )}
        <button
          type="button"
          className="button primary"
          data-testid="tool-run"
          disabled={!canRun}
          onClick={() => void startTool(false)}
        >
          <Play aria-hidden />
          {t('tools.run.start')}
        </button>
      </div>
    </footer>
  );
}

function RunningBar({ job }: { job: ToolJob }) {
  const { t, i18n } = useTranslation();
  const timeLeft = useTimeLeft();
  const cancelTool = useStudio((state) => state.cancelTool);
  const number = (value: number) => formatNumber(value, i18n.language);
  const finishing = job.status === 'finishing';
  return (
    <footer className="tool-run" data-testid="tool-running">
      <JobBar
        label={t('tools.run.running')}
        testId="tool-progress"
        done={job.done}
        total={job.total}
      >
        <span>{t('tools.run.progress', { done: number(job.done), total: number(job.total) })}</span>
        <span>{formatBytes(job.bytes, i18n.language)}</span>
        <span>{finishing ? t('tools.run.finishing') : timeLeft(job.secondsLeft)}</span>
      </JobBar>
      <button
        type="button"
        className="button"
        data-testid="tool-cancel"
        disabled={finishing}
        onClick={cancelTool}
      >
        {t('app.cancel')}
      </button>
    </footer>
  );
}

function EndedBar({ job }: { job: ToolJob }) {
  const { t, i18n } = useTranslation();
  const { continueWithResult, dismissToolJob, saveToolResult } = useStudio.getState();
  const values = { count: job.files, formatted: formatNumber(job.files, i18n.language) };
  const done = job.status === 'done';
  return (
    <footer className="tool-run ended" data-testid="tool-ended" data-status={job.status}>
      {job.status === 'failed' ? (
        job.error && <Failure error={job.error} testId="tool-failed" />
      ) : (
        <div className="tool-outcome">
          <p className={`outcome ${done ? 'good' : 'warn'}`} role="status">
            {done ? <CircleCheck aria-hidden /> : <CircleStop aria-hidden />}
            <span>
              {t(done ? 'tools.run.done' : 'tools.run.cancelled', values)}
              {' · '}
              {job.file ? formatBytes(job.bytes, i18n.language) : t('tools.run.written')}
            </span>
          </p>
          <LeftOut rows={job.leftOut} count={job.skipped} />
        </div>
      )}
      <div className="tool-buttons">
        {job.file && job.files > 0 && (
          <>
            <button
              type="button"
              className="button"
              data-testid="tool-next"
              onClick={() => void continueWithResult()}
            >
              <Repeat2 aria-hidden />
              {t('tools.run.next')}
            </button>
            <button
              type="button"
              className="button primary"
              data-testid="tool-download"
              onClick={saveToolResult}
            >
              <Download aria-hidden />
              {t('tools.run.download')}
            </button>
          </>
        )}
        <IconButton
          label={t('tools.run.dismiss')}
          icon={<X />}
          data-testid="tool-dismiss"
          onClick={dismissToolJob}
        />
      </div>
    </footer>
  );
}
