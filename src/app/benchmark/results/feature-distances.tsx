import { useTranslation } from 'react-i18next';
import type { CellFeature } from '../../../evaluation/cells/cell-features.ts';
import type { FeatureDistance } from '../../../evaluation/distributions/set-comparison.ts';
import { formatScore } from '../format-score.ts';

/** How far every feature of the cells is apart, in standard deviations of the real ones. */
export function FeatureDistances({ features }: { features: readonly FeatureDistance[] }) {
  const { t, i18n } = useTranslation();
  const largest = Math.max(1, ...features.map(({ standardised }) => standardised ?? 0));
  return (
    <dl className="bench-distances">
      {features.map(({ feature, standardised, wasserstein }) => (
        <div key={feature}>
          <dt>{t(`benchmark.feature.${feature as CellFeature}`)}</dt>
          <dd>
            <span className="bench-bar" aria-hidden>
              <i style={{ width: `${(100 * (standardised ?? 0)) / largest}%` }} />
            </span>
            <span className="number">{formatScore(standardised, i18n.language)}</span>
            <small className="number">
              {wasserstein === null ? '–' : Number(wasserstein.toPrecision(3))}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
