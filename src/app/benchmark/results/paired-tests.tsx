import { useTranslation } from 'react-i18next';
import type { PairedComparison } from '../../../evaluation/benchmark/paired-comparison.ts';
import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { ScrollRegion } from '../../controls/scroll-region.tsx';
import { formatDifference, formatScore } from '../format-score.ts';
import { seriesColour } from '../series-colour.ts';

/** Below this a difference is called one. */
const SIGNIFICANT = 0.05;

/** Every two algorithms on the same images: how far they are apart, and whether that can be chance. */
export function PairedTests(props: {
  comparisons: readonly PairedComparison[];
  results: BenchmarkResults;
}) {
  const { t } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const nameOf = (id: string) => (
    <>
      <span className="bench-swatch" style={{ background: seriesColour(entries, id) }} />
      {props.results.algorithms.find((one) => one.id === id)?.name}
    </>
  );
  return (
    <ScrollRegion className="bench-table-scroll" label={t('benchmark.paired.title')}>
      <table className="bench-table number" data-testid="bench-paired">
        <thead>
          <tr>
            <th scope="col">{t('benchmark.paired.pair')}</th>
            <th scope="col">{t('benchmark.paired.difference')}</th>
            <th scope="col">{t('benchmark.paired.interval')}</th>
            <th scope="col">{t('benchmark.paired.p')}</th>
            <th scope="col">{t('benchmark.paired.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {props.comparisons.map((comparison) => (
            <tr key={`${comparison.first}/${comparison.second}`}>
              <th scope="row">
                <span className="bench-pair">
                  {nameOf(comparison.first)}
                  <i>{t('benchmark.paired.against')}</i>
                  {nameOf(comparison.second)}
                </span>
              </th>
              <ComparisonCells comparison={comparison} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ComparisonCells({ comparison }: { comparison: PairedComparison }) {
  const { t, i18n } = useTranslation();
  const { difference, correctedP } = comparison;
  const { estimate, low, high } = difference;
  const signed = (value: number) => formatDifference(value, i18n.language);
  const isClear = correctedP !== null && correctedP < SIGNIFICANT;
  return (
    <>
      <td>{estimate === null ? '–' : signed(estimate)}</td>
      <td>{low === null || high === null ? '–' : `${signed(low)} … ${signed(high)}`}</td>
      <td>{correctedP === null ? '–' : pText(correctedP, i18n.language)}</td>
      <td data-clear={isClear}>
        {t(isClear ? 'benchmark.paired.clear' : 'benchmark.paired.unclear')}
      </td>
    </>
  );
}

function pText(p: number, language: string): string {
  return p < 0.001 ? '< 0.001' : formatScore(p, language);
}
