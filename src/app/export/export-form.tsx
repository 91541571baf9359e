import { Download, HardDriveDownload, SlidersHorizontal } from 'lucide-react';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { formatBytes, formatNumber } from '../format/quantities.ts';
import { useDuration } from '../format/use-duration.ts';
import { ModelsNotReady } from '../stage/models-not-ready.tsx';
import { countSeeds, estimateBytes, zipFileName } from './estimate.ts';
import { useExportDialog } from './export-dialog-state.ts';
import { PlannedSeeds } from './planned-seeds.tsx';

/** Seeds, file name, and what will be in the ZIP. */
export function ExportForm() {
  const { t, i18n } = useTranslation();
  const { seeds, fileName } = useExportDialog();
  const view = useStudio((state) => state.view);
  const msPerSample = useStudio((state) => state.device.lastSampleMs);
  const withImages = useStudio((state) => state.imageModel !== null);
  const ready = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const canPickFile = useStudio((state) => state.canPickFile);
  const { startExport, updatePlan, openWorkspace } = useStudio.getState();
  const duration = useDuration();
  const id = useId();
  const change = useExportDialog.setState;
  const { count, problem } = countSeeds(seeds);
  const name = zipFileName(fileName);
  const language = i18n.language;

  const start = (toPickedFile: boolean) => {
    if (ready && !problem && name !== '') void startExport({ seeds, fileName: name, toPickedFile });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(false);
  };
  const contents = [
    ['masks/', t('export.contentMasks')],
    ['labels/', t('export.contentLabels')],
    ...(withImages ? [['images/', t('export.contentImages')]] : []),
    ['dataset.json', t('export.contentManifest')],
    ['annotations.coco.json', t('export.contentCoco')],
  ];
  return (
    <form className="export-form" onSubmit={submit}>
      <div className="dialog-body">
        <PlannedSeeds
          testId="export-seeds"
          value={seeds}
          onChange={(text) => change({ seeds: text })}
        />
        <div className="form-field">
          <label className="form-label" htmlFor={`${id}-name`}>
            {t('export.fileName')}
          </label>
          <input
            id={`${id}-name`}
            className="field"
            data-testid="export-name"
            value={fileName}
            aria-invalid={name === ''}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change({ fileName: event.target.value })}
          />
          {name === '' && <p className="invalid">{t('export.needName')}</p>}
        </div>
        <div className="estimate number">
          <div>
            <strong data-testid="export-count">{formatNumber(count, language)}</strong>
            <span>{t('export.samples')}</span>
          </div>
          <div>
            <strong>≈ {formatBytes(estimateBytes(count, view.size, withImages), language)}</strong>
            <span>
              {view.size.width} × {view.size.height}
            </span>
          </div>
          <div>
            <strong>
              {msPerSample === null ? '…' : `≈ ${duration((count * msPerSample) / 1000)}`}
            </strong>
            <span>{t('export.duration')}</span>
          </div>
        </div>
        <div>
          <h3 className="form-label">{t('export.contents')}</h3>
          <dl className="contents">
            {contents.map(([path, text]) => (
              <div key={path}>
                <dt>
                  <code>{path}</code>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <p className="hint">{t('export.settings')}</p>
        </div>
        <ModelsNotReady />
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="button quiet plan-instead"
          data-testid="export-plan"
          onClick={() => {
            updatePlan({ seeds, fileName: name === '' ? fileName : name });
            change({ open: false });
            openWorkspace('dataset');
          }}
        >
          <SlidersHorizontal aria-hidden />
          {t('export.plan')}
        </button>
        {canPickFile && (
          <button
            type="button"
            className="button"
            data-testid="export-start-file"
            title={t('export.pickHint')}
            disabled={!ready || problem !== null || name === ''}
            onClick={() => start(true)}
          >
            <HardDriveDownload aria-hidden />
            {t('export.pickFile')}
          </button>
        )}
        <button
          type="submit"
          className="button primary"
          data-testid="export-start"
          disabled={!ready || problem !== null || name === ''}
        >
          <Download aria-hidden />
          {t('export.download')}
        </button>
      </footer>
    </form>
  );
}
