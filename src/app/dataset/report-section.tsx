import { FolderOpen, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { JobBar } from '../controls/job-bar.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { formatNumber } from '../format/quantities.ts';

/** The report, and the real data set it compares with. */
export function ReportSection() {
  const { t } = useTranslation();
  const report = useStudio((state) => state.planDraft.report);
  const update = useStudio((state) => state.updatePlan);
  return (
    <>
      <SwitchRow
        label={t('dataset.report')}
        hint={t('dataset.reportHint')}
        checked={report}
        onChange={(on) => update({ report: on })}
      />
      {report && <RealSet />}
    </>
  );
}

function RealSet() {
  const { t, i18n } = useTranslation();
  const real = useStudio((state) => state.realSet);
  const { compareWith, forgetRealSet } = useStudio.getState();
  if (!real) return <ChooseRealSet />;
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <div className="real-set" data-testid="real-set" data-status={real.status}>
      <div className="real-set-head">
        <strong>{real.name}</strong>
        <IconButton small label={t('dataset.forgetReal')} icon={<X />} onClick={forgetRealSet} />
      </div>
      {real.status === 'busy' && (
        <JobBar
          label={t('dataset.measuring')}
          testId="real-progress"
          done={real.done}
          total={real.total}
        >
          <span>{t('dataset.measuring')}</span>
          <span>{real.total > 0 && `${number(real.done)} / ${number(real.total)}`}</span>
        </JobBar>
      )}
      {real.set && (
        <p className="hint">
          {t('dataset.realFound', {
            layout: t(`dataset.realLayout.${real.set.layout}`),
            samples: number(real.set.summary.samples),
            cells: number(real.set.summary.objects),
          })}
          {real.set.skipped > 0 && ` ${t('dataset.realSkipped', { count: real.set.skipped })}`}
        </p>
      )}
      {real.error && (
        <Failure error={real.error} testId="real-failed">
          <ChooseRealSet again={compareWith} />
        </Failure>
      )}
    </div>
  );
}

function ChooseRealSet(props: { again?: (files: File[]) => Promise<void> }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const compareWith = useStudio((state) => state.compareWith);
  return (
    <div className={props.again ? '' : 'choose-real'}>
      {!props.again && <p className="hint">{t('dataset.compareHint')}</p>}
      <button type="button" className="button small" onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden />
        {t('dataset.compare')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".zip,.png,.tif,.tiff,.jpg,.jpeg,.json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('dataset.compare')}
        data-testid="real-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void compareWith(files);
        }}
      />
    </div>
  );
}
