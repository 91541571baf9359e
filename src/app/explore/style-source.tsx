import { ImageUp } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { PaletteBar } from './palette-bar.tsx';
import { StyleTakingCard } from './style-taking-card.tsx';
import './style-source.css';

const IMAGES = '.png,.jpg,.jpeg,.tif,.tiff';

/** Whether a model can take styles from images. */
function hasEncoder({ manifest }: ModelEntry): boolean {
  return manifest.architecture === 'pix2pixhd' && manifest.config.encoder !== null;
}

/** Where the styles come from: the model, or a person's own images. */
export function StyleSource({ model }: { model: ModelEntry }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const takeStyles = useStudio((state) => state.takeStyles);
  const busy = useStudio((state) => state.styleTaking?.status === 'busy');
  const able = hasEncoder(model);
  return (
    <div className="style-source">
      <PaletteBar model={model} />
      <StyleTakingCard />
      {able ? (
        <button
          type="button"
          className="button take-style"
          disabled={busy}
          title={t('style.takeHint')}
          data-testid="take-style"
          onClick={() => input.current?.click()}
        >
          <ImageUp aria-hidden />
          {t('style.take')}
        </button>
      ) : (
        <p className="hint" data-testid="no-encoder">
          {t('style.noEncoder')}
        </p>
      )}
      <input
        ref={input}
        type="file"
        multiple
        accept={IMAGES}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('style.take')}
        data-testid="style-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void takeStyles(files);
        }}
      />
    </div>
  );
}
