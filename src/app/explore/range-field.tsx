import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { formatNumber } from '../format/quantities.ts';

/** The seeds of the grid as ranges. */
export function RangeField() {
  const { t, i18n } = useTranslation();
  const text = useStudio((state) => state.view.seeds);
  const error = useStudio((state) => state.seedsError);
  const count = useStudio((state) => state.seedList.length);
  const updateView = useStudio((state) => state.updateView);
  const note = useId();
  return (
    <>
      <input
        className="field number seeds-field"
        aria-label={t('grid.field')}
        aria-invalid={error !== null}
        aria-describedby={note}
        data-testid="grid-seeds"
        placeholder={t('grid.placeholder')}
        spellCheck={false}
        autoComplete="off"
        inputMode="text"
        value={text}
        onChange={(event) => updateView({ seeds: event.target.value })}
      />
      <span id={note} className={error ? 'invalid' : 'hint number'} aria-live="polite">
        {error
          ? `${t('grid.invalid')}${error.details.found ? `: ${error.details.found}` : ''}`
          : t('grid.count', { count, formatted: formatNumber(count, i18n.language) })}
      </span>
    </>
  );
}
