import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { tryAgain, useModelsFailure } from '../stage/try-again.ts';

/** What the canvas says when there is nothing to paint on yet, or something went wrong. */
export function PaintMessage() {
  const { t } = useTranslation();
  const paint = useStudio((state) => state.paint);
  const sample = useStudio((state) => state.sample);
  const modelsStatus = useStudio((state) => state.modelsStatus);
  const modelsFailure = useModelsFailure();
  const hasMask = useStudio((state) => state.maskModel !== null);
  const { openWorkspace, claimPainting } = useStudio.getState();
  const failure =
    modelsFailure ||
    (paint.status === 'failed' && paint.error) ||
    (sample.status === 'failed' && sample.error);
  if (failure) {
    return (
      <div className="stage-message">
        <Failure error={failure} testId="paint-error">
          <div className="failure-actions">
            <button type="button" className="button small" onClick={tryAgain}>
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
