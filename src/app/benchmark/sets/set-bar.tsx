import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { AddSetMenu } from './add-set-menu.tsx';
import { SetChip } from './set-chip.tsx';

/** The sets that are open; the one that is chosen is the one whose results are shown. */
export function SetBar() {
  const { t } = useTranslation();
  const sets = useStudio((state) => state.benchmarkSets);
  const shown = useStudio((state) => state.benchmarkSet);
  return (
    <section className="bench-sets" aria-label={t('benchmark.sets.label')}>
      <ul className="bench-chips">
        {sets.map((set) => (
          <SetChip key={set.id} set={set} isShown={set.id === shown} />
        ))}
      </ul>
      <AddSetMenu />
    </section>
  );
}
