import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankAgreement } from '../../../evaluation/benchmark/rank-agreement.ts';
import type { SetComparison } from '../../../evaluation/distributions/set-comparison.ts';
import type { Interval } from '../../../evaluation/statistics/bootstrap.ts';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { formatScore } from '../format-score.ts';
import { setName } from '../sets/set-name.ts';
import { FeatureDistances } from './feature-distances.tsx';
import { RankPlot } from './rank-plot.tsx';
import { ResultCard } from './result-card.tsx';
import { useResults } from './use-results.ts';

/** A synthetic set beside a real one: do they rank the algorithms alike, and how alike are their cells. */
export function CompareTab({ synthetic, real }: { synthetic: BenchmarkSet; real: BenchmarkSet }) {
  const { t, i18n } = useTranslation();
  const { agreement, comparison } = useSetComparison(synthetic, real);
  const interval = ({ estimate, low, high }: Interval) => ({
    value: formatScore(estimate, i18n.language),
    range:
      low === null || high === null
        ? ''
        : `${formatScore(low, i18n.language)} … ${formatScore(high, i18n.language)}`,
  });
  return (
    <div className="bench-cards" data-testid="bench-compare">
      <ResultCard
        title={t('benchmark.compare.ranking')}
        hint={t('benchmark.compare.rankingHint', {
          synthetic: setName(t, synthetic),
          real: setName(t, real),
        })}
      >
        {agreement === undefined && <p className="hint">{t('benchmark.results.analysing')}</p>}
        {agreement === null && <p className="hint">{t('benchmark.compare.tooFew')}</p>}
        {agreement && (
          <>
            <RankPlot agreement={agreement} />
            <dl className="bench-figures number">
              <Figure name={t('benchmark.compare.kendall')} {...interval(agreement.kendall)} />
              <Figure name={t('benchmark.compare.spearman')} {...interval(agreement.spearman)} />
            </dl>
          </>
        )}
      </ResultCard>
      <ResultCard title={t('benchmark.compare.cells')} hint={t('benchmark.compare.cellsHint')}>
        {comparison === undefined && <p className="hint">{t('benchmark.compare.measuring')}</p>}
        {comparison === null && <p className="hint">{t('benchmark.compare.noCells')}</p>}
        {comparison && (
          <>
            <dl className="bench-figures number">
              {(['frechet', 'kernel', 'precision', 'recall'] as const).map((figure) => (
                <Figure
                  key={figure}
                  name={t(`benchmark.compare.${figure}`)}
                  value={formatScore(comparison[figure], i18n.language)}
                  range={t(`benchmark.compare.${figure}Hint`)}
                />
              ))}
            </dl>
            <FeatureDistances features={comparison.features} />
          </>
        )}
      </ResultCard>
    </div>
  );
}

function Figure(props: { name: string; value: string; range: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <strong>{props.value}</strong>
        <small>{props.range}</small>
      </dd>
    </div>
  );
}

/** Undefined while it is being made, null where it cannot be. */
function useSetComparison(synthetic: BenchmarkSet, real: BenchmarkSet) {
  const { t } = useTranslation();
  const sets = useMemo(() => [synthetic, real], [synthetic, real]);
  const results = useResults(sets);
  const { rankBenchmark, compareBenchmarkCells } = useStudio.getState();
  const [agreement, setAgreement] = useState<RankAgreement | null | undefined>(undefined);
  const [comparison, setComparison] = useState<SetComparison | null | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void rankBenchmark(results, 'ap50').then((found) => isWanted && setAgreement(found));
    return () => {
      isWanted = false;
    };
  }, [results, rankBenchmark]);
  const named = ({ id, origin, name }: BenchmarkSet) => ({
    id,
    name: setName(t, { origin, name }),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: cells change with the sets alone
  useEffect(() => {
    let isWanted = true;
    void compareBenchmarkCells(named(synthetic), named(real)).then(
      (found) => isWanted && setComparison(found),
    );
    return () => {
      isWanted = false;
    };
  }, [synthetic.id, real.id, compareBenchmarkCells]);
  return { agreement, comparison };
}
