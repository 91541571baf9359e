import { useTranslation } from 'react-i18next';
import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';
import { FIGURES } from '../../../evaluation/figures.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { formatNumber } from '../../format/quantities.ts';
import { useParameterName } from '../entries/parameter-name.ts';
import { seriesColour } from '../series-colour.ts';
import { factRanges } from './fact-ranges.ts';
import { ResultCard } from './result-card.tsx';

/** Everything that must be known to make the same figures again. */
export function ProtocolTab(props: {
  results: BenchmarkResults;
  /** Micrometres; null when nobody said. */
  pixelSize: number | null;
}) {
  const { t, i18n } = useTranslation();
  const { protocol, algorithms, sets } = props.results;
  const entries = useStudio((state) => state.benchmarkEntries);
  const number = (value: number) => formatNumber(value, i18n.language);
  const nameOf = useParameterName();
  const [set] = sets;
  const run: [string, string][] = [
    [t('benchmark.protocol.version'), `CytoForge ${protocol.version}`],
    [t('benchmark.protocol.backend'), protocol.backend],
    [t('benchmark.protocol.data'), `${set.name}, ${set.origin}`],
    [t('benchmark.protocol.images'), number(set.images.length)],
    [
      t('benchmark.sets.pixelSize'),
      props.pixelSize === null
        ? t('benchmark.sets.pixelSizeUnknown')
        : `${props.pixelSize} ${t('benchmark.sets.microns')}`,
    ],
    [
      t('benchmark.protocol.intervals'),
      t('benchmark.protocol.bootstrap', {
        resamples: number(protocol.resamples),
        seed: protocol.seed,
        percent: Math.round(100 * protocol.confidence),
      }),
    ],
  ];
  return (
    <div className="bench-cards" data-testid="bench-protocol">
      <ResultCard title={t('benchmark.protocol.run')}>
        <Facts rows={run} />
      </ResultCard>
      <ResultCard title={t('benchmark.protocol.matching')}>
        <p className="bench-prose">{t('benchmark.protocol.matchingText')}</p>
        <details className="bench-definitions">
          <summary>{t('benchmark.protocol.definitions')}</summary>
          <dl>
            {FIGURES.map((figure) => (
              <div key={figure}>
                <dt>{t(`benchmark.figure.${figure}`)}</dt>
                <dd>{t(`benchmark.explainFigure.${figure}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </ResultCard>
      {algorithms.map((algorithm) => (
        <ResultCard
          key={algorithm.id}
          title={
            <>
              <span
                className="bench-swatch"
                style={{ background: seriesColour(entries, algorithm.id) }}
              />
              {algorithm.name}
            </>
          }
        >
          {algorithm.weights && (
            <p className="bench-prose">
              {algorithm.weights.name}{' '}
              <code title={algorithm.weights.sha256}>{algorithm.weights.sha256.slice(0, 12)}</code>
            </p>
          )}
          <dl className="bench-parameter-list">
            {Object.entries(algorithm.parameters).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
          </dl>
          <Facts
            rows={factRanges(props.results, algorithm.id).map(({ name, text }) => [
              nameOf(name),
              text,
            ])}
          />
        </ResultCard>
      ))}
    </div>
  );
}

function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="facts">
      {rows.map(([name, text]) => (
        <FactRow key={name} name={name} text={text} />
      ))}
    </dl>
  );
}

function FactRow({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
