import { useTranslation } from 'react-i18next';
import { formatScore } from '../format-score.ts';
import type { TableFigure } from './table-figures.ts';

/** One figure of one algorithm; the best of the column is marked. */
export function ScoreCell(props: {
  figure: TableFigure;
  value: number | null;
  best: number | null;
}) {
  const { i18n } = useTranslation();
  const isBest = props.value !== null && props.value === props.best;
  return (
    <td data-best={isBest} data-figure={props.figure} data-value={props.value}>
      {formatScore(props.value, i18n.language)}
    </td>
  );
}
