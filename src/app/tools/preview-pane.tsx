import { CircleSlash, Minus, Plus, Scan } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { FITTED } from '../stage/viewport.ts';
import { isSingle, PreviewRow } from './preview-row.tsx';
import { lookAt, usePreview } from './preview-surface.ts';
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
      {result && (
        <div className="tool-rows" data-single={result.items.every(isSingle)}>
          {result.items.map((item) => (
            <PreviewRow key={item.key} item={item} />
          ))}
        </div>
      )}
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
