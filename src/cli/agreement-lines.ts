import { rankAgreement } from '../evaluation/benchmark/rank-agreement.ts';
import type { BenchmarkResults } from '../evaluation/benchmark-results.ts';
import type { Interval } from '../evaluation/statistics/bootstrap.ts';

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

const withInterval = ({ estimate, low, high }: Interval): string =>
  low === null ? shown(estimate) : `${shown(estimate)} (${shown(low)} to ${shown(high)})`;

/** Whether a synthetic set ranks algorithms as a real one, and how far apart their cells are; empty without both. */
export function agreementLines(results: BenchmarkResults): string[] {
  const agreement = rankAgreement(results, 'ap50');
  const { comparison } = results;
  return [
    ...(agreement
      ? [
          `ranking by AP@0.5, synthetic and real: Kendall's tau ${withInterval(agreement.kendall)}, ` +
            `Spearman's rho ${withInterval(agreement.spearman)}`,
        ]
      : []),
    ...(comparison
      ? [
          `cells of ${comparison.synthetic} and ${comparison.real}: ` +
            `Fréchet distance of features ${shown(comparison.frechet)}, kernel distance ${shown(comparison.kernel)}`,
          ...comparison.features.map(
            ({ feature, wasserstein, standardised }) =>
              `  ${feature.padEnd(14)}Wasserstein-1 ${shown(wasserstein)}, ` +
              `${shown(standardised)} standard deviations of the real set`,
          ),
        ]
      : []),
  ];
}
