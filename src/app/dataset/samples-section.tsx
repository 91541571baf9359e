import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { SwitchRow } from '../controls/switch-row.tsx';
import { PlannedSeeds } from '../export/planned-seeds.tsx';

/** Which samples: seeds, and kept ones. */
export function SamplesSection() {
  const { t } = useTranslation();
  const draft = useStudio((state) => state.planDraft);
  const kept = useStudio((state) => state.kept);
  const update = useStudio((state) => state.updatePlan);
  const favourites = kept.filter(({ favourite }) => favourite).length;
  const edited = kept.filter(({ recipe }) => recipe.edits !== null).length;
  return (
    <>
      <PlannedSeeds
        testId="plan-seeds"
        value={draft.seeds}
        emptyNote={t('dataset.noSeeds')}
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
