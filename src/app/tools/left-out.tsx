import { useTranslation } from 'react-i18next';
import type { SkippedRow } from '../../dataset/tools/tool-report.ts';
import { translateSentence } from '../i18n/translate-sentence.ts';

/** Files that could not be used, and why. */
export function LeftOut({ rows, count }: { rows: readonly SkippedRow[]; count: number }) {
  const { t, i18n } = useTranslation();
  if (count === 0) return null;
  const say = (text: string | undefined) => text && translateSentence(text, i18n.language);
  return (
    <details className="tool-skipped" data-testid="tool-skipped">
      <summary>{t('tools.run.leftOut', { count })}</summary>
      <ul>
        {rows.map(({ from, reason, found }) => (
          <li key={from.join()}>
            <span className="tool-skipped-name">{from.join(', ')}</span>
            <span className="hint">{[say(reason), say(found)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {count > rows.length && <p className="hint">{t('tools.run.leftOutRest')}</p>}
    </details>
  );
}
