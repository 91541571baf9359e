import { useTranslation } from 'react-i18next';
import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { formatScore } from '../format-score.ts';
import { seriesColour } from '../series-colour.ts';

/** A group of images or cells and what every algorithm reached on it, 0 to 1. */
export interface Slice {
  /** What it has in common, e.g. `12 – 40 px`. */
  name: string;
  /** How much is in it. */
  size: string;
  values: Readonly<Record<string, number | null>>;
}

/** Bars of every algorithm, group by group. */
export function SliceChart({
  slices,
  results,
}: {
  slices: readonly Slice[];
  results: BenchmarkResults;
}) {
  const { i18n } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  return (
    <dl className="bench-slices">
      {slices.map((slice) => (
        <div key={slice.name}>
          <dt>
            <b className="number">{slice.name}</b>
            <small>{slice.size}</small>
          </dt>
          <dd>
            {results.algorithms.map(({ id, name }) => {
              const value = slice.values[id] ?? null;
              return (
                <span key={id} className="bench-slice-row">
                  <span className="bench-slice-name">{name}</span>
                  <span className="bench-bar" aria-hidden>
                    <i
                      style={{
                        width: `${100 * (value ?? 0)}%`,
                        background: seriesColour(entries, id),
                      }}
                    />
                  </span>
                  <span className="number">{formatScore(value, i18n.language)}</span>
                </span>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
