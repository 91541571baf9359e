import { Check, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { formatBytes } from '../format/quantities.ts';
import { architectureName } from './model-facts.ts';
import { ModelPreview } from './model-preview.tsx';

/** One model of the library: pick it, look into it, remove it. */
export function ModelCard(props: {
  model: ModelEntry;
  inUse: boolean;
  selected: boolean;
  onSelect(): void;
}) {
  const { model, inUse, selected } = props;
  const { t, i18n } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const { pickModel } = useStudio.getState();
  return (
    <article
      className="model-card"
      data-testid="model-card"
      data-selected={selected}
      data-in-use={inUse}
    >
      <ModelPreview model={model} />
      <button type="button" className="model-main" aria-pressed={selected} onClick={props.onSelect}>
        <strong>{model.manifest.name}</strong>
        <span className="hint">
          {architectureName(model.manifest)} · {formatBytes(model.bytes, i18n.language)} ·{' '}
          {t(model.origin === 'demo' ? 'models.demo' : 'models.dropped')}
        </span>
      </button>
      <div className="model-actions">
        {model.origin === 'dropped' && (
          <IconButton
            small
            label={t('models.remove')}
            icon={<Trash2 />}
            aria-expanded={removing}
            onClick={() => setRemoving(!removing)}
          />
        )}
        {inUse && (
          <span className="badge">
            <Check aria-hidden />
            {t('models.inUse')}
          </span>
        )}
        {!inUse && (model.role === 'mask' || model.role === 'image') && (
          <button
            type="button"
            className="button small"
            onClick={() => void pickModel(model.sha256)}
          >
            {t('models.use')}
          </button>
        )}
      </div>
      {removing && (
        <RemoveQuestion model={model} inUse={inUse} onCancel={() => setRemoving(false)} />
      )}
    </article>
  );
}

/** Removing cannot be undone: the files would have to be opened again. */
function RemoveQuestion(props: { model: ModelEntry; inUse: boolean; onCancel(): void }) {
  const { t } = useTranslation();
  const { removeModel } = useStudio.getState();
  return (
    <fieldset
      className="model-question"
      aria-label={t('models.remove')}
      data-testid="remove-question"
    >
      <p>{t(props.inUse ? 'models.removeInUse' : 'models.removeAsk')}</p>
      <div className="model-answers">
        <button
          type="button"
          className="button small danger"
          // biome-ignore lint/a11y/noAutofocus: it stands where the person just pressed
          autoFocus
          onClick={() => void removeModel(props.model.sha256)}
        >
          {t('models.remove')}
        </button>
        <button type="button" className="button small" onClick={props.onCancel}>
          {t('app.cancel')}
        </button>
      </div>
    </fieldset>
  );
}
