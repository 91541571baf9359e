import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVALUATION_THRESHOLDS } from '../../../evaluation/matching/match-counts.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { formatScore } from '../format-score.ts';
import { seriesColour } from '../series-colour.ts';

/** A line of the plot: a value for each of `EVALUATION_THRESHOLDS`; null where there is none. */
export interface ApCurve {
  id: string;
  name: string;
  values: readonly (number | null)[];
}

const WIDTH = 520;
const HEIGHT = 240;
const EDGE = { left: 34, right: 10, top: 8, bottom: 30 };
const LEVELS = [0, 0.25, 0.5, 0.75, 1];
const [FIRST] = EVALUATION_THRESHOLDS;
const LAST = EVALUATION_THRESHOLDS[EVALUATION_THRESHOLDS.length - 1];

const xOf = (threshold: number) =>
  EDGE.left + ((threshold - FIRST) / (LAST - FIRST)) * (WIDTH - EDGE.left - EDGE.right);
const yOf = (value: number) => EDGE.top + (1 - value) * (HEIGHT - EDGE.top - EDGE.bottom);

function pathOf(values: readonly (number | null)[]): string {
  let path = '';
  values.forEach((value, at) => {
    if (value === null) return;
    const letter = path === '' || values[at - 1] === null ? 'M' : 'L';
    path += `${letter}${xOf(EVALUATION_THRESHOLDS[at]).toFixed(1)} ${yOf(value).toFixed(1)}`;
  });
  return path;
}

/** AP over the IoU threshold, a line for each algorithm; the pointer reads the values off. */
export function ApPlot({ curves }: { curves: readonly ApCurve[] }) {
  const { t, i18n } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const [at, setAt] = useState<number | null>(null);
  const onMove = (event: React.PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const share = (x - EDGE.left) / (WIDTH - EDGE.left - EDGE.right);
    const last = EVALUATION_THRESHOLDS.length - 1;
    setAt(Math.min(last, Math.max(0, Math.round(share * last))));
  };
  return (
    <div className="bench-plot">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('benchmark.results.plotLabel', {
          curves: curves.map(({ name }) => name).join(t('dataset.listSeparator')),
        })}
        onPointerMove={onMove}
        onPointerLeave={() => setAt(null)}
      >
        {LEVELS.map((level) => (
          <g key={level}>
            <line
              className="grid"
              x1={EDGE.left}
              x2={WIDTH - EDGE.right}
              y1={yOf(level)}
              y2={yOf(level)}
            />
            <text x={EDGE.left - 6} y={yOf(level) + 4} textAnchor="end">
              {level}
            </text>
          </g>
        ))}
        {EVALUATION_THRESHOLDS.filter((_, index) => index % 2 === 0).map((threshold) => (
          <text
            key={threshold}
            x={xOf(threshold)}
            y={HEIGHT - EDGE.bottom + 14}
            textAnchor="middle"
          >
            {threshold}
          </text>
        ))}
        <text x={(EDGE.left + WIDTH - EDGE.right) / 2} y={HEIGHT - 2} textAnchor="middle">
          {t('benchmark.results.threshold')}
        </text>
        {at !== null && (
          <line
            className="cursor"
            x1={xOf(EVALUATION_THRESHOLDS[at])}
            x2={xOf(EVALUATION_THRESHOLDS[at])}
            y1={EDGE.top}
            y2={HEIGHT - EDGE.bottom}
          />
        )}
        {curves.map(({ id, values }) => (
          <g key={id} style={{ color: seriesColour(entries, id) }}>
            <path className="curve" d={pathOf(values)} />
            {values.map((value, index) =>
              value === null ? null : (
                <circle
                  key={EVALUATION_THRESHOLDS[index]}
                  cx={xOf(EVALUATION_THRESHOLDS[index])}
                  cy={yOf(value)}
                  r={index === at ? 4 : 2.2}
                />
              ),
            )}
          </g>
        ))}
      </svg>
      <ul className="bench-plot-key number">
        {curves.map(({ id, name, values }) => (
          <li key={id}>
            <span className="bench-swatch" style={{ background: seriesColour(entries, id) }} />
            <span>{name}</span>
            {at !== null && <b>{formatScore(values[at], i18n.language)}</b>}
          </li>
        ))}
        <li className="bench-plot-at">
          {at === null
            ? t('benchmark.results.plotHint')
            : t('benchmark.results.atThreshold', { threshold: EVALUATION_THRESHOLDS[at] })}
        </li>
      </ul>
    </div>
  );
}
