import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayerQuestion } from '../../pipeline/layer-question.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { LayerPicture } from './layer-picture.tsx';
import { LayerTable } from './layer-table.tsx';
import { closeLayers, useLayersDialog } from './layers-dialog-state.ts';
import './layers.css';

/** What every layer of the networks makes of the sample in view. */
export function LayersDialog() {
  const { t } = useTranslation();
  const open = useLayersDialog((dialog) => dialog.open);
  const status = useStudio((state) => state.layers.status);
  return (
    <StudioDialog
      wide
      open={open}
      title={t('look.layers.title')}
      testId="layers-dialog"
      status={status}
      onOpenChange={(next) => !next && closeLayers()}
    >
      <LayersBody />
    </StudioDialog>
  );
}

/** A layer in the middle is where cells begin to show: the one to open with. */
function useFirstChannel(): void {
  const { status, question, reading } = useStudio((state) => state.layers);
  const inspectLayers = useStudio((state) => state.inspectLayers);
  useEffect(() => {
    if (status !== 'done' || question.channel || !reading?.layers.length) return;
    const { name } = reading.layers[reading.layers.length >> 1];
    inspectLayers({ network: question.network, channel: { layer: name, channel: 0 } });
  }, [status, question, reading, inspectLayers]);
}

function LayersBody() {
  const { t } = useTranslation();
  const { status, question, reading, error } = useStudio((state) => state.layers);
  const inspectLayers = useStudio((state) => state.inspectLayers);
  const hasImage = useStudio((state) => state.imageModel !== null);
  const seed = useStudio((state) => state.view.seed);
  useFirstChannel();
  const layers = reading?.network === question.network ? reading.layers : null;
  return (
    <div className="dialog-body layers-body">
      <div className="layers-head">
        <Segmented
          label={t('look.layers.network')}
          value={question.network}
          onChange={(network) => inspectLayers({ network, channel: null })}
          segments={(['mask', 'image'] satisfies LayerQuestion['network'][]).map((value) => ({
            value,
            label: t(`models.${value}`),
            disabled: value === 'image' && !hasImage,
            hint: value === 'image' && !hasImage ? t('view.noImage') : undefined,
          }))}
        />
        <span className="hint number">{t('view.caption', { seed })}</span>
      </div>
      {status === 'failed' && error && (
        <Failure error={error} testId="layers-error">
          <div className="failure-actions">
            <button
              type="button"
              className="button small"
              onClick={() => inspectLayers({ ...question, channel: null })}
            >
              {t('app.retry')}
            </button>
          </div>
        </Failure>
      )}
      {layers ? (
        <div className="layers-columns">
          <LayerTable layers={layers} />
          <LayerPicture layers={layers} />
        </div>
      ) : (
        status !== 'failed' && (
          <p className="layers-wait hint" role="status">
            {t('look.layers.reading')}
          </p>
        )
      )}
    </div>
  );
}
