import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { formatMilliseconds } from '../format/quantities.ts';

/** Seed, cells and time of the sample that is shown; the dot breathes while the next one is made. */
export function SampleStatus() {
  const { t, i18n } = useTranslation();
  const sample = useStudio((state) => state.sample);
  const ms = useStudio((state) => state.device.lastSampleMs);
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
      {pixels && recipe && (
        <>
          <span>{t('view.caption', { seed: recipe.seed })}</span>
          <span className="soft">{t('view.cells', { count: pixels.instances.length })}</span>
          {ms !== null && (
            <span className="soft wide">{formatMilliseconds(ms, i18n.language)}</span>
          )}
        </>
      )}
    </span>
  );
}
