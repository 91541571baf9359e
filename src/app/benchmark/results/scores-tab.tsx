import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';
import { matchScores } from '../../../evaluation/matching/match-scores.ts';
import { Segmented } from '../../controls/segmented.tsx';
import { AVERAGINGS, setBenchSurface, useBenchSurface } from '../bench-surface.ts';
import { summariesOf } from './algorithm-summaries.ts';
import { type ApCurve, ApPlot } from './ap-plot.tsx';
import { ErrorBars } from './error-bars.tsx';
import { PairedTests } from './paired-tests.tsx';
import { ResultCard } from './result-card.tsx';
import { ScoreTable } from './score-table.tsx';
import type { CurrentAnalysis } from './use-analysis.ts';

/** The figures of a set: table, plot, kinds of errors. */
export function ScoresTab(props: {
  results: BenchmarkResults;
  /** Of these results or of former ones. */
  current: CurrentAnalysis | null;
}) {
  const { results, current } = props;
  const { t } = useTranslation();
  const averaging = useBenchSurface((surface) => surface.averaging);
  const summaries = useMemo(() => summariesOf(results, 0), [results]);
  const curves = summaries.flatMap(({ algorithm, set }): ApCurve[] => {
    if (!set) return [];
    const values = set.counts.matches.map((counts) => matchScores(counts).averagePrecision);
    return [{ id: algorithm.id, name: algorithm.name, values }];
  });
  return (
    <div className="bench-cards">
      <ResultCard
        wide
        title={t('benchmark.results.tableTitle')}
        action={
          <Segmented
            label={t('benchmark.results.averaging')}
            value={averaging}
            segments={AVERAGINGS.map((value) => ({
              value,
              label: t(`benchmark.results.average.${value}`),
              hint: t(`benchmark.results.averageHint.${value}`),
            }))}
            onChange={(value) => setBenchSurface({ averaging: value })}
          />
        }
      >
        <ScoreTable
          summaries={summaries}
          intervals={current?.results === results ? current.analysis.summaries : null}
        />
      </ResultCard>
      <ResultCard title={t('benchmark.results.plot')}>
        <ApPlot curves={curves} />
      </ResultCard>
      <ResultCard title={t('benchmark.results.errors')} hint={t('benchmark.results.errorsHint')}>
        <ErrorBars summaries={summaries} />
      </ResultCard>
      {current && current.analysis.comparisons.length > 0 && (
        <ResultCard wide title={t('benchmark.paired.title')} hint={t('benchmark.paired.hint')}>
          <PairedTests comparisons={current.analysis.comparisons} results={current.results} />
        </ResultCard>
      )}
    </div>
  );
}
