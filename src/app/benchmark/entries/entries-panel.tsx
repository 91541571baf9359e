import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { EntryCard } from './entry-card.tsx';
import { PipelineButton } from './pipeline-button.tsx';
import './entries.css';

/** Every algorithm: whether it runs, with which weights and parameters. */
export function EntriesPanel() {
  const { t } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  return (
    <div className="inspector bench-entries">
      <h2 className="bench-side-title">{t('benchmark.settings')}</h2>
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} />
      ))}
      <PipelineButton />
    </div>
  );
}
