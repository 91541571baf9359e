import { useTranslation } from 'react-i18next';
import type { ImageOutcome } from '../../../store/benchmark/benchmark-state.ts';
import { formatNumber } from '../../format/quantities.ts';
import { useParameterName } from '../entries/parameter-name.ts';
import { formatScore } from '../format-score.ts';
import { averagePrecision } from './image-score.ts';

/** Scores of one image, and what the algorithm decided on the way. */
export function ImageFacts({ outcome }: { outcome: ImageOutcome }) {
  const { t, i18n } = useTranslation();
  const { evaluation, milliseconds, facts } = outcome;
  const nameOf = useParameterName();
  const number = (value: number) => formatNumber(value, i18n.language);
  const shown: [string, string][] = [
    [t('benchmark.figure.ap50'), formatScore(averagePrecision(evaluation), i18n.language)],
    [t('benchmark.inspect.trueCells'), number(evaluation.counts.trueObjects)],
    [t('benchmark.inspect.foundCells'), number(evaluation.counts.predictedObjects)],
    [t('benchmark.inspect.time'), `${number(Math.round(milliseconds))} ms`],
    ...Object.entries(facts).map(([name, value]): [string, string] => [
      nameOf(name),
      typeof value === 'number' ? number(Number(value.toPrecision(4))) : nameOf(value),
    ]),
  ];
  return (
    <dl className="bench-facts number" data-testid="bench-image-facts">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
