import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/quantities.ts';
import type { AlgorithmSummary } from './algorithm-summaries.ts';

/** What became of objects, in the order of the bars; the counts are of true objects, but for extra ones. */
const PARTS = ['matched', 'merged', 'split', 'catastrophe', 'missed', 'extra'] as const;

type Part = (typeof PARTS)[number];

function partsOf({ set }: AlgorithmSummary): Record<Part, number> | null {
  if (!set) return null;
  const { correct, missed, extra, split, merged, missedInMerges, trueInCatastrophes } =
    set.counts.errors;
  return {
    ...{ matched: correct, missed, extra, split },
    // A merge of three is two objects too many and the one that holds them.
    merged: merged + missedInMerges,
    catastrophe: trueInCatastrophes,
  };
}

/** What became of the true cells with every algorithm, and what was found too much. */
export function ErrorBars({ summaries }: { summaries: readonly AlgorithmSummary[] }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => formatNumber(value, i18n.language);
  const rows = summaries.flatMap((summary) => {
    const parts = partsOf(summary);
    return parts ? [{ summary, parts }] : [];
  });
  const longest = Math.max(
    1,
    ...rows.map(({ parts }) => PARTS.reduce((sum, part) => sum + parts[part], 0)),
  );
  return (
    <div className="bench-errors">
      <ul className="bench-errors-key">
        {PARTS.map((part) => (
          <li key={part} data-verdict={part}>
            <i aria-hidden />
            {t(`benchmark.verdict.${part}`)}
          </li>
        ))}
      </ul>
      <dl>
        {rows.map(({ summary, parts }) => (
          <div key={summary.algorithm.id}>
            <dt>{summary.algorithm.name}</dt>
            <dd>
              <span className="bench-stack" aria-hidden>
                {PARTS.map((part) => (
                  <i
                    key={part}
                    data-verdict={part}
                    style={{ width: `${(100 * parts[part]) / longest}%` }}
                  />
                ))}
              </span>
              <span className="visually-hidden">
                {PARTS.map(
                  (part) => `${t(`benchmark.verdict.${part}`)} ${number(parts[part])}`,
                ).join(t('dataset.listSeparator'))}
              </span>
              <span className="bench-error-counts number" aria-hidden>
                {PARTS.filter((part) => parts[part] > 0).map((part) => (
                  <b key={part} data-verdict={part} title={t(`benchmark.verdict.${part}`)}>
                    {number(parts[part])}
                  </b>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
