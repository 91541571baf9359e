import { useTranslation } from 'react-i18next';
import type { Interval } from '../../../evaluation/statistics/bootstrap.ts';
import { formatScore } from '../format-score.ts';
import type { TableFigure } from './table-figures.ts';

/** One figure of one algorithm with its interval; the best of the column is marked. */
export function ScoreCell(props: {
  figure: TableFigure;
  value: number | null;
  best: number | null;
  /** Null while it is not known, and where there is none. */
  interval: Interval | null;
}) {
  const { i18n } = useTranslation();
  const { value, interval } = props;
  const score = (of: number) => formatScore(of, i18n.language, 2);
  const { low = null, high = null } = interval ?? {};
  return (
    <td data-best={value !== null && value === props.best} data-figure={props.figure}>
      {`${formatScore(value, i18n.language)} `}
      <small>{low !== null && high !== null ? `${score(low)}–${score(high)}` : '\u00a0'}</small>
    </td>
  );
}
