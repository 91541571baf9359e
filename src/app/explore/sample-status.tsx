import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';

/** Seed and cells of the sample that is shown; the dot breathes while the next one is made. */
export function SampleStatus() {
  const { t } = useTranslation();
  const sample = useStudio((state) => state.sample);
  const { pixels, recipe } = sample;
  return (
    <span
      className="sample-status number"
      role="status"
      data-testid="sample-status"
      data-status={sample.status}
      data-seed={recipe?.seed}
    >
      <i className="dot" aria-hidden />
      {sample.status === 'failed' && <span>{t('view.failed')}</span>}
      {sample.status !== 'failed' && pixels && recipe && (
        <>
          <span>{t('view.caption', { seed: recipe.seed })}</span>
          <span className="soft">{t('view.cells', { count: pixels.instances.length })}</span>
        </>
      )}
    </span>
  );
}
