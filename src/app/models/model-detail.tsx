import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatBytes } from '../format/quantities.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { Markdown } from './markdown.tsx';
import { architectureName, modelFacts } from './model-facts.ts';
import { ModelPreview } from './model-preview.tsx';
import { ModelTables } from './model-tables.tsx';
import { SelfTestSection } from './self-test-section.tsx';

/** Everything that is known of one model. */
export function ModelDetail({ model }: { model: ModelEntry }) {
  const { t, i18n } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const models = useStudio((state) => state.models);
  const others = models.filter(
    ({ role, sha256 }) => role === model.role && sha256 !== model.sha256,
  );
  const { manifest } = model;
  const { provenance } = manifest;
  return (
    <div className="model-detail">
      <header className="model-head">
        <ModelPreview large model={model} />
        <div>
          <h2>{manifest.name}</h2>
          <p className="hint">
            {architectureName(manifest)} · {t(`models.${model.role}`)}
          </p>
          {others.length > 0 && (
            <button
              type="button"
              className="button"
              data-testid="compare-open"
              onClick={() => setComparing(true)}
            >
              <GitCompareArrows aria-hidden />
              {t('trial.compare')}
            </button>
          )}
        </div>
      </header>
      <dl className="model-facts number">
        {modelFacts(manifest).map(({ name, value }) => (
          <div key={name}>
            <dt>{t(`models.${name}`)}</dt>
            <dd>{typeof value === 'string' ? value : t(`models.${value.key}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('models.size')}</dt>
          <dd>{formatBytes(model.bytes, i18n.language)}</dd>
        </div>
      </dl>
      <section>
        <h3>{t('models.licence')}</h3>
        <p>{provenance.licence}</p>
      </section>
      <SelfTestSection model={model} />
      <section>
        <h3>{t('models.card')}</h3>
        {model.card ? (
          <Markdown source={model.card} />
        ) : (
          <p className="hint">{t('models.noCard')}</p>
        )}
      </section>
      <section>
        <h3>{t('models.origin')}</h3>
        <dl className="facts provenance">
          <dt>{t('models.files')}</dt>
          <dd>
            {provenance.files.map(({ name, bytes, sha256 }) => (
              <div key={sha256}>
                {name} <span className="hint">{formatBytes(bytes, i18n.language)}</span>
                <code>{sha256}</code>
              </div>
            ))}
          </dd>
          {provenance.network && (
            <>
              <dt>{t('models.network')}</dt>
              <dd>{t(provenance.network === 'G' ? 'models.inTraining' : 'models.averaged')}</dd>
            </>
          )}
          <dt>{t('models.hash')}</dt>
          <dd>
            <code>{provenance.weightsSha256}</code>
          </dd>
          <dt>{t('models.converter')}</dt>
          <dd>{provenance.converter}</dd>
        </dl>
      </section>
      <ModelTables manifest={manifest} />
      {others.length > 0 && (
        <CompareDialog model={model} others={others} open={comparing} onOpenChange={setComparing} />
      )}
    </div>
  );
}
