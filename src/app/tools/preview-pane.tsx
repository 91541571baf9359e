import { ArrowRight, CircleSlash, Minus, Plus, Scan } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import type { PreviewItem } from '../../store/tools-slice.ts';
import { Failure } from '../controls/failure.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { translateSentence } from '../i18n/translate-sentence.ts';
import { FITTED } from '../stage/viewport.ts';
import { lookAt, usePreview } from './preview-surface.ts';
import { PreviewTile } from './preview-tile.tsx';
import { zoomPreview } from './zoom-preview.ts';

/** The first pictures before and after the tool. */
export function PreviewPane() {
  const { t } = useTranslation();
  const { busy, result, error } = useStudio((state) => state.toolPreview);
  const tool = useStudio((state) => state.tool);
  return (
    <section
      className="tool-preview"
      aria-label={t('tools.preview.title')}
      aria-busy={busy}
      data-testid="tool-preview"
      data-busy={busy}
    >
      <header className="tool-preview-head">
        <h2>{t('tools.preview.title')}</h2>
        <span className="hint tool-preview-hint">
          {busy ? t('tools.preview.busy') : t('tools.preview.zoomHint')}
        </span>
        <PreviewZoom />
      </header>
      {error && <Failure error={error} testId="tool-preview-error" />}
      {result && result.items.length === 0 && (
        <div className="tool-nothing" data-testid="tool-nothing">
          <CircleSlash aria-hidden />
          <strong>{t('tools.preview.none')}</strong>
          <p className="hint">{t(`tools.preview.noneHint.${tool}`)}</p>
        </div>
      )}
      {result?.items.map((item) => (
        <PreviewRow key={item.key} item={item} />
      ))}
    </section>
  );
}

function PreviewZoom() {
  const { t } = useTranslation();
  const percent = usePreview(({ viewport }) => Math.round(viewport.zoom * 100));
  return (
    <fieldset className="tool-zoom" aria-label={t('tools.preview.zoom')}>
      <IconButton
        small
        label={t('view.zoomOut')}
        keys="−"
        icon={<Minus />}
        onClick={() => zoomPreview(1 / 1.5)}
      />
      <span className="number">{percent} %</span>
      <IconButton
        small
        label={t('view.zoomIn')}
        keys="+"
        icon={<Plus />}
        onClick={() => zoomPreview(1.5)}
      />
      <IconButton
        small
        label={t('view.fitHint')}
        keys="0"
        icon={<Scan />}
        onClick={() => lookAt(() => FITTED)}
      />
    </fieldset>
  );
}

function PreviewRow({ item }: { item: PreviewItem }) {
  const { t, i18n } = useTranslation();
  const say = (text: string) => translateSentence(text, i18n.language);
  const { before, after, more, error } = item;
  return (
    <article className="tool-row" data-testid="tool-row" data-failed={error !== null}>
      <div className="tool-side">
        {before.map((picture) => (
          <PreviewTile
            key={picture.path}
            picture={picture}
            testId="tool-before"
            label={t('tools.preview.before', { path: picture.path })}
          />
        ))}
      </div>
      <ArrowRight aria-hidden className="tool-arrow" />
      <div className="tool-side">
        {after.map((picture) => (
          <PreviewTile
            key={picture.path}
            picture={picture}
            testId="tool-after"
            label={t('tools.preview.after', { path: picture.path })}
          />
        ))}
        {more > 0 && <p className="hint tool-more">{t('tools.preview.more', { count: more })}</p>}
        {error && (
          <div className="tool-left-out">
            <strong>
              <CircleSlash aria-hidden />
              {t('tools.preview.leftOut')}
            </strong>
            <p>{say(error.message)}</p>
            {error.details.found && (
              <p className="hint">
                {t('error.found')}: {say(error.details.found)}
              </p>
            )}
            {error.details.expected && (
              <p className="hint">
                {t('error.expected')}: {say(error.details.expected)}
              </p>
            )}
            {before.length === 0 && <p className="hint tool-path">{item.key}</p>}
          </div>
        )}
      </div>
    </article>
  );
}
