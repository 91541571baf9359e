import { Progress } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDuration } from '../format/use-duration.ts';

/** How far a job is: a bar, and three figures below it. */
export function JobBar(props: {
  label: string;
  testId: string;
  done: number;
  total: number;
  children: ReactNode;
}) {
  const share = props.total === 0 ? 0 : (props.done / props.total) * 100;
  return (
    <div className="job-progress number">
      <Progress.Root
        className="progress"
        data-testid={props.testId}
        data-done={props.done}
        data-total={props.total}
        value={share}
        aria-label={props.label}
      >
        <Progress.Indicator className="progress-fill" style={{ width: `${share}%` }} />
      </Progress.Root>
      <div className="job-numbers">{props.children}</div>
    </div>
  );
}

/** Says how long a job will still take; null is not known yet. */
export function useTimeLeft(): (seconds: number | null) => string {
  const { t } = useTranslation();
  const duration = useDuration();
  return (seconds) =>
    seconds === null ? t('export.estimating') : t('export.left', { time: duration(seconds) });
}
