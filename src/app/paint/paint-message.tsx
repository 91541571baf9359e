import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';

/** Tries again what failed first: the device, the models, the painting, the sample. */
function retry(): void {
  const {
    device,
    modelsStatus,
    maskModel,
    paint,
    chooseBackend,
    pickModel,
    openPainting,
    updateView,
  } = useStudio.getState();
  if (device.status === 'failed') void chooseBackend(device.choice);
  else if (modelsStatus === 'failed' && maskModel) void pickModel(maskModel);
  else if (paint.status === 'failed') void openPainting();
  else updateView({});
}

/** What the canvas says when there is nothing to paint on yet, or something went wrong. */
export function PaintMessage() {
  const { t } = useTranslation();
  const paint = useStudio((state) => state.paint);
  const sample = useStudio((state) => state.sample);
  const modelsStatus = useStudio((state) => state.modelsStatus);
  const modelsError = useStudio((state) => state.modelsError);
  const device = useStudio((state) => state.device);
  const hasMask = useStudio((state) => state.maskModel !== null);
  const { openWorkspace, claimPainting } = useStudio.getState();
  const failure =
    (device.status === 'failed' && device.error) ||
    (modelsStatus === 'failed' && modelsError) ||
    (paint.status === 'failed' && paint.error) ||
    (sample.status === 'failed' && sample.error);
  if (failure) {
    return (
      <div className="stage-message">
        <Failure error={failure} testId="paint-error">
          <div className="failure-actions">
            <button type="button" className="button small" onClick={retry}>
              {t('app.retry')}
            </button>
          </div>
        </Failure>
      </div>
    );
  }
  if (paint.status === 'ready') {
    return paint.keeping === 'elsewhere' ? (
      <div className="stage-message">
        <div className="paint-elsewhere" role="status">
          <p>{t('paint.elsewhere')}</p>
          <button type="button" className="button small" onClick={() => void claimPainting()}>
            {t('paint.claim')}
          </button>
        </div>
      </div>
    ) : null;
  }
  if (modelsStatus !== 'loading' && !hasMask) {
    return (
      <div className="stage-message quiet">
        <p>{t('models.noMask')}</p>
        <button type="button" className="button small" onClick={() => openWorkspace('models')}>
          {t('models.manage')}
        </button>
      </div>
    );
  }
  return (
    <div className="stage-message quiet">
      <div className="skeleton" aria-hidden>
        <i />
        <i />
        <i />
        <i />
      </div>
      <p>{t(modelsStatus === 'loading' ? 'paint.modelsLoading' : 'paint.making')}</p>
    </div>
  );
}
