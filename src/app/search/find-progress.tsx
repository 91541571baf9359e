import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { formatNumber } from '../format/quantities.ts';
import { translateSentence } from '../i18n/translate-sentence.ts';

/** How far the search is: matches of those wanted, and how many seeds it took. */
export function FindProgress() {
  const { t, i18n } = useTranslation();
  const { status, found, wanted, measured, error } = useStudio((state) => state.search);
  if (status === 'idle') return null;
  if (status === 'failed' && error) {
    return (
      <span className="invalid" role="alert" data-testid="find-progress" data-status={status}>
        {translateSentence(error.message, i18n.language)}
      </span>
    );
  }
  const number = (value: number) => formatNumber(value, i18n.language);
  const text = t('look.search.progress', {
    count: found.length,
    found: number(found.length),
    measured: number(measured),
  });
  return (
    <span
      className="find-progress number"
      data-testid="find-progress"
      data-status={status}
      data-found={found.length}
    >
      {status === 'running' && (
        <progress
          aria-label={t('look.search.searching')}
          value={Math.min(found.length, wanted)}
          max={Math.max(1, wanted)}
        />
      )}
      <span className="hint" role="status" aria-live={status === 'running' ? 'off' : 'polite'}>
        {text}
      </span>
    </span>
  );
}
