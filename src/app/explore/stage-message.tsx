import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { tryAgain, useModelsFailure } from '../stage/try-again.ts';
import type { Side } from './explore-state.ts';

/** What a view says when it has no sample, or when the newest one could not be made. */
export function StageMessage({ side }: { side: Side }) {
  const { t } = useTranslation();
  const sample = useStudio((state) => state.sample);
  const modelsStatus = useStudio((state) => state.modelsStatus);
  const modelsFailure = useModelsFailure();
  const device = useStudio((state) => state.device);
  const hasMask = useStudio((state) => state.maskModel !== null);
  const mode = useStudio((state) => state.view[side === 'left' ? 'leftView' : 'rightView']);
  const hasImage = useStudio((state) => state.imageModel !== null);

  const failure = modelsFailure || (sample.status === 'failed' && sample.error);
  if (failure) {
    return side === 'left' ? (
      <div className="stage-message">
        <Failure error={failure} testId="sample-error">
          <div className="failure-actions">
            <button type="button" className="button small" onClick={tryAgain}>
              {t('app.retry')}
            </button>
            {device.status === 'failed' && device.choice !== 'auto' && (
              <button
                type="button"
                className="button small"
                onClick={() => void useStudio.getState().chooseBackend('auto')}
              >
                {t('device.auto')}
              </button>
            )}
          </div>
        </Failure>
      </div>
    ) : null;
  }
  if (modelsStatus !== 'loading' && !hasMask) {
    return (
      <div className="stage-message quiet">
        <p>{t('models.noMask')}</p>
        <button
          type="button"
          className="button small"
          onClick={() => useStudio.getState().openWorkspace('models')}
        >
          {t('models.manage')}
        </button>
      </div>
    );
  }
  if (!sample.pixels) {
    return (
      <div className="stage-message quiet">
        <div className="skeleton" aria-hidden>
          <i />
          <i />
          <i />
          <i />
        </div>
        <p>{t(modelsStatus === 'loading' ? 'view.modelsLoading' : 'view.making')}</p>
      </div>
    );
  }
  if (!hasImage && (mode === 'image' || mode === 'overlay')) {
    return (
      <div className="stage-message quiet">
        <p>{t('view.noImage')}</p>
      </div>
    );
  }
  return null;
}
