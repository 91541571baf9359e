import { Download, X } from 'lucide-react';
import { Progress } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clustersFileName } from '../../checkpoints/write-style-clusters.ts';
import { paletteSize } from '../../pipeline/style-palette.ts';
import type { StyleTaking } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Failure } from '../controls/failure.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { StylePreview } from './style-preview.tsx';

/** A person's images: being read, read, or why not. */
export function StyleTakingCard() {
  const { t } = useTranslation();
  const taking = useStudio((state) => state.styleTaking);
  const current = useStudio((state) => state.view.style.palette?.name ?? null);
  const dismissStyles = useStudio((state) => state.dismissStyles);
  const card = useRef<HTMLDivElement>(null);
  const status = taking?.status;
  // An image may be dropped anywhere; what comes of it lies further down in the settings.
  useEffect(() => {
    if (status) card.current?.closest('.inspector-section')?.scrollIntoView({ block: 'start' });
  }, [status]);
  if (!taking || (taking.status === 'done' && taking.palette !== current)) return null;
  return (
    <div
      ref={card}
      className="style-taking"
      data-testid="style-taking"
      data-status={taking.status}
      aria-live="polite"
      aria-busy={taking.status === 'busy'}
    >
      <header>
        <strong title={taking.name}>{taking.name}</strong>
        <IconButton
          small
          label={t(taking.status === 'busy' ? 'app.cancel' : 'app.close')}
          icon={<X />}
          onClick={dismissStyles}
        />
      </header>
      {taking.status === 'failed' && taking.error ? (
        <Failure error={taking.error} testId="style-error" />
      ) : (
        <>
          {taking.shown ? (
            <StylePreview shown={taking.shown} />
          ) : (
            <div className="style-preview waiting" aria-hidden />
          )}
          {taking.status === 'busy' ? <Reading taking={taking} /> : <Taken taking={taking} />}
        </>
      )}
    </div>
  );
}

function Reading({ taking: { done, total } }: { taking: StyleTaking }) {
  const { t } = useTranslation();
  const text = total > 1 ? t('style.reading', { done, total }) : t('style.readingOne');
  return (
    <>
      <p className="hint">{text}</p>
      {total > 1 && (
        <Progress.Root className="progress" value={(100 * done) / total} aria-label={text}>
          <Progress.Indicator
            className="progress-fill"
            style={{ width: `${(100 * done) / total}%` }}
          />
        </Progress.Root>
      )}
    </>
  );
}

function Taken({ taking: { cells, total, shown, skipped } }: { taking: StyleTaking }) {
  const { t } = useTranslation();
  const palette = useStudio((state) => state.view.style.palette);
  const savePalette = useStudio((state) => state.savePalette);
  if (!palette) return null;
  const count = paletteSize(palette);
  const notices = total === 1 ? (shown?.image.notices ?? []) : [];
  return (
    <>
      <p data-testid="style-summary">
        {[
          total > 1 && t('style.images', { count: total - skipped.length }),
          t('view.cells', { count: cells }),
          t('style.styles', { count }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {notices.length > 0 && (
        <p className="hint">{notices.map((notice) => t(`style.notice.${notice}`)).join(' ')}</p>
      )}
      {skipped.length > 0 && (
        <details className="hint">
          <summary>{t('style.skipped', { count: skipped.length })}</summary>
          <ul>
            {skipped.map(({ name, error }) => (
              <li key={name}>{`${name}: ${error.message}`}</li>
            ))}
          </ul>
        </details>
      )}
      <button
        type="button"
        className="button quiet small"
        data-testid="save-palette"
        onClick={() => savePalette(palette)}
      >
        <Download aria-hidden />
        {t('style.save', { file: clustersFileName(count) })}
      </button>
    </>
  );
}
