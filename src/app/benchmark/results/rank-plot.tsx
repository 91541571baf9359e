import { useTranslation } from 'react-i18next';
import type { RankAgreement } from '../../../evaluation/benchmark/rank-agreement.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { entryName } from '../entry-name.ts';
import { formatScore } from '../format-score.ts';
import { seriesColour } from '../series-colour.ts';

const SIDE = 300;
const EDGE = 34;
const LEVELS = [0, 0.25, 0.5, 0.75, 1];
const at = (value: number) => EDGE + value * (SIDE - EDGE - 10);

/** Every algorithm by its score on the synthetic and on the real set; on the diagonal both are the same. */
export function RankPlot({ agreement }: { agreement: RankAgreement }) {
  const { t, i18n } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const nameOf = (id: string) => {
    const entry = entries.find((one) => one.id === id);
    return entry ? entryName(t, entry, entries) : id;
  };
  return (
    <div className="bench-rank">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={t('benchmark.compare.plot')}>
        {LEVELS.map((level) => (
          <g key={level}>
            <line
              className="grid"
              x1={at(0)}
              x2={at(1)}
              y1={SIDE - at(level)}
              y2={SIDE - at(level)}
            />
            <line
              className="grid"
              y1={SIDE - at(0)}
              y2={SIDE - at(1)}
              x1={at(level)}
              x2={at(level)}
            />
            <text x={EDGE - 6} y={SIDE - at(level) + 4} textAnchor="end">
              {level}
            </text>
            <text x={at(level)} y={SIDE - EDGE + 14} textAnchor="middle">
              {level}
            </text>
          </g>
        ))}
        <line className="cursor" x1={at(0)} y1={SIDE - at(0)} x2={at(1)} y2={SIDE - at(1)} />
        <text x={(at(0) + at(1)) / 2} y={SIDE - 4} textAnchor="middle">
          {t('benchmark.compare.onReal')}
        </text>
        <text
          transform={`translate(9 ${SIDE - (at(0) + at(1)) / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {t('benchmark.compare.onSynthetic')}
        </text>
        {agreement.scores.map(({ algorithm, synthetic, real }) => (
          <circle
            key={algorithm}
            cx={at(real)}
            cy={SIDE - at(synthetic)}
            r={6}
            style={{ color: seriesColour(entries, algorithm) }}
          />
        ))}
      </svg>
      <table className="bench-table number">
        <thead>
          <tr>
            <th scope="col">{t('benchmark.results.algorithm')}</th>
            <th scope="col">{t('benchmark.sets.synthetic')}</th>
            <th scope="col">{t('benchmark.sets.real')}</th>
          </tr>
        </thead>
        <tbody>
          {[...agreement.scores]
            .sort((a, b) => b.real - a.real)
            .map(({ algorithm, synthetic, real }) => (
              <tr key={algorithm}>
                <th scope="row">
                  <span
                    className="bench-swatch"
                    style={{ background: seriesColour(entries, algorithm) }}
                  />
                  {nameOf(algorithm)}
                </th>
                <td>{formatScore(synthetic, i18n.language)}</td>
                <td>{formatScore(real, i18n.language)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
