import { useTranslation } from 'react-i18next';
import type { AlgorithmSummary as Intervals } from '../../../evaluation/benchmark/algorithm-summary.ts';
import type { Figure } from '../../../evaluation/figures.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { ScrollRegion } from '../../controls/scroll-region.tsx';
import { Tip } from '../../controls/tip.tsx';
import { useBenchSurface } from '../bench-surface.ts';
import { formatScore } from '../format-score.ts';
import { seriesColour } from '../series-colour.ts';
import type { AlgorithmSummary } from './algorithm-summaries.ts';
import { ScoreCell } from './score-cell.tsx';
import { bestOf, TABLE_FIGURES } from './table-figures.ts';

/** The figures of every algorithm, the best of each marked. */
export function ScoreTable(props: {
  summaries: readonly AlgorithmSummary[];
  /** The same algorithms with the intervals of their pooled figures; null while they are not known. */
  intervals: readonly Intervals[] | null;
}) {
  const { summaries, intervals } = props;
  const { t, i18n } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const averaging = useBenchSurface((surface) => surface.averaging);
  const best = TABLE_FIGURES.map((figure) =>
    bestOf(
      figure,
      summaries.map(({ set }) => set?.[averaging][figure] ?? null),
    ),
  );
  const intervalOf = (id: string, figure: Figure) =>
    intervals?.find(({ algorithm }) => algorithm.id === id)?.intervals?.[figure] ?? null;
  return (
    <ScrollRegion className="bench-table-scroll" label={t('benchmark.results.table')}>
      <table className="bench-table number" data-testid="bench-table">
        <thead>
          <tr>
            <th scope="col">{t('benchmark.results.algorithm')}</th>
            {TABLE_FIGURES.map((figure) => (
              <th key={figure} scope="col">
                <Tip text={t(`benchmark.explainFigure.${figure}`)}>
                  <span>{t(`benchmark.figure.${figure}`)}</span>
                </Tip>
              </th>
            ))}
            <th scope="col">
              <Tip text={t('benchmark.explainFigure.seconds')}>
                <span>{t('benchmark.figure.seconds')}</span>
              </Tip>
            </th>
          </tr>
        </thead>
        <tbody>
          {summaries.map(({ algorithm, images, failed, set, seconds }) => (
            <tr key={algorithm.id} data-testid={`score-${algorithm.id}`}>
              <th scope="row">
                <span
                  className="bench-swatch"
                  style={{ background: seriesColour(entries, algorithm.id) }}
                />
                <span className="bench-entry-words">
                  {algorithm.name}
                  <small>
                    {t('benchmark.sets.images', { count: images })}
                    {failed > 0 && ` · ${t('benchmark.results.failed', { count: failed })}`}
                  </small>
                </span>
              </th>
              {TABLE_FIGURES.map((figure, at) => (
                <ScoreCell
                  key={figure}
                  figure={figure}
                  value={set?.[averaging][figure] ?? null}
                  best={best[at]}
                  interval={averaging === 'pooled' ? intervalOf(algorithm.id, figure) : null}
                />
              ))}
              <td>
                {seconds === null ? '–' : formatScore(seconds, i18n.language)}
                <small>{'\u00a0'}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
