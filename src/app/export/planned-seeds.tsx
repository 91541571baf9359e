import { useTranslation } from 'react-i18next';
import { formatSeedRanges, MOST_SEEDS } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { SeedsField } from '../controls/seeds-field.tsx';
import { formatNumber } from '../format/quantities.ts';
import { countSeeds } from './estimate.ts';

/** The seeds of a set, with what is wrong with them, and those of the view to take over. */
export function PlannedSeeds(props: {
  testId: string;
  value: string;
  /** What it means to give no seeds; without it they are needed. */
  emptyNote?: string;
  onChange(seeds: string): void;
}) {
  const { value, onChange, emptyNote } = props;
  const { t, i18n } = useTranslation();
  const view = useStudio((state) => state.view);
  const mayBeEmpty = emptyNote !== undefined && value.trim() === '';
  const problem = mayBeEmpty ? null : countSeeds(value).problem;
  const notes = {
    invalid: t('export.invalid'),
    'too-many': t('export.tooMany', { max: formatNumber(MOST_SEEDS, i18n.language) }),
  };
  return (
    <SeedsField
      label={t('export.seeds')}
      testId={props.testId}
      value={value}
      invalid={problem !== null}
      note={problem ? notes[problem] : mayBeEmpty ? emptyNote : t('export.seedsHint')}
      shortcuts={
        <>
          <button type="button" className="button quiet small" onClick={() => onChange(view.seeds)}>
            {t('export.fromGrid')}
          </button>
          <button
            type="button"
            className="button quiet small"
            disabled={view.pinned.length === 0}
            onClick={() => onChange(formatSeedRanges(view.pinned))}
          >
            {t('export.fromPinned', { count: view.pinned.length })}
          </button>
        </>
      }
      onChange={onChange}
    />
  );
}
