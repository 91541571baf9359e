import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportList } from './import-list.tsx';
import { ModelCard } from './model-card.tsx';
import { ModelDetail } from './model-detail.tsx';
import { StorageSection } from './storage-section.tsx';
import './models.css';
import './trials.css';

/** The library: open checkpoints, pick the pair in use, read what each model is. */
export default function ModelsWorkspace() {
  const { t } = useTranslation();
  const models = useStudio((state) => state.models);
  const status = useStudio((state) => state.modelsStatus);
  const error = useStudio((state) => state.modelsError);
  const maskModel = useStudio((state) => state.maskModel);
  const imageModel = useStudio((state) => state.imageModel);
  const [selected, setSelected] = useState<string | null>(null);
  const named = (wanted: string | null) => models.find(({ sha256 }) => sha256 === wanted);
  const shown = named(selected) ?? named(maskModel) ?? models[0];
  const group = (title: string, list: ModelEntry[], inUse: string | null) => (
    <section className="model-group">
      <h2>{title}</h2>
      {list.length === 0 && (
        <p className="hint">{t(status === 'loading' ? 'models.loading' : 'models.none')}</p>
      )}
      {list.map((model) => (
        <ModelCard
          key={model.sha256}
          model={model}
          inUse={model.sha256 === inUse}
          selected={model.sha256 === shown?.sha256}
          onSelect={() => setSelected(model.sha256)}
        />
      ))}
    </section>
  );
  const of = (role: ModelEntry['role']) => models.filter((model) => model.role === role);
  return (
    <div className="models">
      <div className="models-list">
        <header className="models-head">
          <h1>{t('models.title')}</h1>
          <p className="hint">{t('models.intro')}</p>
        </header>
        <DropZone />
        <ImportList />
        {error && <Failure error={error} testId="models-error" />}
        {group(t('models.maskModels'), of('mask'), maskModel)}
        {group(t('models.imageModels'), of('image'), imageModel)}
        {of('spots').length > 0 && group(t('models.spotsModels'), of('spots'), null)}
        {of('segmenter').length > 0 && group(t('models.segmenterModels'), of('segmenter'), null)}
        <StorageSection />
      </div>
      <div className="models-side">{shown && <ModelDetail key={shown.sha256} model={shown} />}</div>
    </div>
  );
}
