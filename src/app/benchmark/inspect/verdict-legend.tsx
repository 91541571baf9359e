import { useTranslation } from 'react-i18next';
import { countOf, VERDICTS, type Verdict, type VerdictObjects } from './verdicts.ts';

/** What the colours mean and how many cells each has; a press hides or shows them. */
export function VerdictLegend(props: {
  objects: Record<Verdict, VerdictObjects> | null;
  shown: ReadonlySet<Verdict | 'truth'>;
  onToggle(verdict: Verdict | 'truth'): void;
}) {
  const { t } = useTranslation();
  const { objects, shown, onToggle } = props;
  const chip = (verdict: Verdict | 'truth', count: number | null) => (
    <button
      key={verdict}
      type="button"
      className="bench-verdict"
      data-verdict={verdict}
      data-count={count}
      data-testid={`verdict-${verdict}`}
      aria-pressed={shown.has(verdict)}
      onClick={() => onToggle(verdict)}
    >
      <i aria-hidden />
      {t(`benchmark.verdict.${verdict}`)}
      {count !== null && <b className="number">{count}</b>}
    </button>
  );
  return (
    <fieldset className="bench-legend" aria-label={t('benchmark.inspect.legend')}>
      {objects && VERDICTS.map((verdict) => chip(verdict, countOf(verdict, objects[verdict])))}
      {chip('truth', null)}
    </fieldset>
  );
}
