import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { tryAgain, useModelsFailure } from './try-again.ts';

/** Why no set can be started yet: models that load, that failed, or that nobody chose; null when they are ready. */
export function ModelsNotReady() {
  const { t } = useTranslation();
  const status = useStudio((state) => state.modelsStatus);
  const hasMask = useStudio((state) => state.maskModel !== null);
  const failure = useModelsFailure();
  if (failure) {
    return (
      <Failure error={failure} testId="models-failed">
        <div className="failure-actions">
          <button type="button" className="button small" onClick={tryAgain}>
            {t('app.retry')}
          </button>
        </div>
      </Failure>
    );
  }
  if (status === 'loading') return <p className="hint">{t('export.notReady')}</p>;
  return hasMask ? null : <p className="hint">{t('models.noMask')}</p>;
}
