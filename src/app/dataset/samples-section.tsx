import { useTranslation } from 'react-i18next';
import { formatSeedRanges, MOST_SEEDS } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { SeedsField } from '../controls/seeds-field.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { countSeeds } from '../export/estimate.ts';
import { formatNumber } from '../format/quantities.ts';

/** Which samples: seeds, and kept ones. */
export function SamplesSection() {
  const { t, i18n } = useTranslation();
  const draft = useStudio((state) => state.planDraft);
  const view = useStudio((state) => state.view);
  const kept = useStudio((state) => state.kept);
  const update = useStudio((state) => state.updatePlan);
  const { problem } = countSeeds(draft.seeds);
  const isEmpty = draft.seeds.trim() === '';
  const favourites = kept.filter(({ favourite }) => favourite).length;
  const edited = kept.filter(({ recipe }) => recipe.edits !== null).length;
  return (
    <>
      <SeedsField
        label={t('export.seeds')}
        testId="plan-seeds"
        value={draft.seeds}
        invalid={problem !== null && !isEmpty}
        note={
          <>
            {problem === 'invalid' && !isEmpty && t('export.invalid')}
            {problem === 'too-many' &&
              t('export.tooMany', { max: formatNumber(MOST_SEEDS, i18n.language) })}
            {isEmpty && t('dataset.noSeeds')}
            {!problem && t('export.seedsHint')}
          </>
        }
        shortcuts={
          <>
            <button
              type="button"
              className="button quiet small"
              onClick={() => update({ seeds: view.seeds })}
            >
              {t('export.fromGrid')}
            </button>
            <button
              type="button"
              className="button quiet small"
              disabled={view.pinned.length === 0}
              onClick={() => update({ seeds: formatSeedRanges(view.pinned) })}
            >
              {t('export.fromPinned', { count: view.pinned.length })}
            </button>
          </>
        }
        onChange={(seeds) => update({ seeds })}
      />
      <SwitchRow
        label={t('dataset.edited', { count: edited })}
        hint={t('dataset.editedHint')}
        checked={draft.edited}
        onChange={(checked) => update({ edited: checked })}
      />
      <SwitchRow
        label={t('dataset.favourites', { count: favourites })}
        hint={t('dataset.favouritesHint')}
        checked={draft.favourites}
        onChange={(checked) => update({ favourites: checked })}
      />
    </>
  );
}
