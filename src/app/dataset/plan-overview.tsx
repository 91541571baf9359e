import { Download, HardDriveDownload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { countSeeds, zipFileName } from '../export/estimate.ts';
import { formatBytes, formatNumber } from '../format/quantities.ts';
import { useDuration } from '../format/use-duration.ts';
import { ModelsNotReady } from '../stage/models-not-ready.tsx';
import { PlannedFiles } from './planned-files.tsx';
import { type PlanEstimate, useEstimate } from './use-estimate.ts';

/** The plan before it is run: what it will be, and the button that runs it. */
export function PlanOverview() {
  const { t } = useTranslation();
  const estimate = useEstimate();
  return (
    <div className="plan-page">
      <div className="plan-card">
        <header>
          <h1>{t('dataset.planTitle')}</h1>
          <p className="hint">{t('dataset.planHint')}</p>
        </header>
        <Figures {...estimate} />
        <PlannedFiles />
        <StartButtons samples={estimate.samples} />
      </div>
      <p className="hint drop-note">{t('dataset.dropNote')}</p>
    </div>
  );
}

function Figures({ samples, bytes, seconds }: PlanEstimate) {
  const { t, i18n } = useTranslation();
  const duration = useDuration();
  const size = useStudio((state) => state.planDraft.size ?? state.view.size);
  return (
    <div className="estimate number">
      <div>
        <strong data-testid="plan-count">{formatNumber(samples, i18n.language)}</strong>
        <span>{t('export.samples')}</span>
      </div>
      <div>
        <strong data-testid="plan-bytes">
          {bytes === null ? '…' : `≈ ${formatBytes(bytes, i18n.language)}`}
        </strong>
        <span>
          {size.width} × {size.height}
        </span>
      </div>
      <div>
        <strong>{seconds === null ? '…' : `≈ ${duration(seconds)}`}</strong>
        <span>{t('export.duration')}</span>
      </div>
    </div>
  );
}

function StartButtons({ samples }: { samples: number }) {
  const { t } = useTranslation();
  const ready = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const draft = useStudio((state) => state.planDraft);
  const canPickFile = useStudio((state) => state.canPickFile);
  const measuring = useStudio((state) => state.realSet?.status === 'busy');
  const { startPlan, updatePlan } = useStudio.getState();
  const name = zipFileName(draft.fileName);
  const areSeeds = draft.seeds.trim() === '' || countSeeds(draft.seeds).problem === null;
  const isOff = !ready || name === '' || samples === 0 || !areSeeds || measuring;
  const start = (toPickedFile: boolean) => {
    if (name !== draft.fileName) updatePlan({ fileName: name });
    void startPlan(toPickedFile);
  };
  return (
    <footer className="plan-start">
      <ModelsNotReady />
      {canPickFile && (
        <button
          type="button"
          className="button"
          title={t('export.pickHint')}
          disabled={isOff}
          onClick={() => start(true)}
        >
          <HardDriveDownload aria-hidden />
          {t('export.pickFile')}
        </button>
      )}
      <button
        type="button"
        className="button primary"
        data-testid="plan-start"
        disabled={isOff}
        onClick={() => start(false)}
      >
        <Download aria-hidden />
        {t('dataset.start')}
      </button>
    </footer>
  );
}
