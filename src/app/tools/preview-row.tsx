import { ArrowRight, CircleSlash } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewItem } from '../../store/tools-slice.ts';
import { translateSentence } from '../i18n/translate-sentence.ts';
import { PreviewTile } from './preview-tile.tsx';

/** Pictures beside each other, before and after together. */
const MOST_COLUMNS = 6;

/** One picture before and at most one after: rows of these stand beside each other. */
export function isSingle({ before, after, more }: PreviewItem): boolean {
  return before.length <= 1 && after.length <= 1 && more === 0;
}

/** One group of pictures before and after, or why it will be left out. */
export function PreviewRow({ item }: { item: PreviewItem }) {
  const { t, i18n } = useTranslation();
  const say = (text: string) => translateSentence(text, i18n.language);
  const { before, after, more, error } = item;
  const left = Math.min(Math.max(1, before.length), MOST_COLUMNS / 2);
  const right = Math.min(Math.max(1, after.length), MOST_COLUMNS - left);
  return (
    <article
      className="tool-row"
      data-testid="tool-row"
      data-failed={error !== null}
      style={{ '--row': `minmax(0, ${left}fr) 18px minmax(0, ${right}fr)` } as CSSProperties}
    >
      <div className="tool-side" style={{ '--columns': left } as CSSProperties}>
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
      <div className="tool-side" style={{ '--columns': right } as CSSProperties}>
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
