import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MixPlan } from '../../pipeline/style-mix.ts';
import { cellKey } from '../../store/mix-slice.ts';
import { useStudio } from '../../store/studio-store.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';
import { useMixingDialog } from './mixing-dialog-state.ts';

/** The masks: the seeds' own along the edges, their mixes inside. A click opens one in the view. */
export function MixingMatrix({ plan }: { plan: MixPlan }) {
  const { t } = useTranslation();
  return (
    <div className="mixing-scroll">
      <table className="mixing-matrix number" data-testid="mixing-matrix">
        <thead>
          <tr>
            <td />
            {plan.columns.map((column) => (
              <th key={column} scope="col">
                <MixCell plan={plan} row={column} column={column} />
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => (
            <tr key={row}>
              <th scope="row" aria-label={t('view.caption', { seed: row })}>
                <MixCell plan={plan} row={row} column={row} />
                {row}
              </th>
              {plan.columns.map((column) => (
                <td key={column}>
                  <MixCell plan={plan} row={row} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MixCell({ plan, row, column }: { plan: MixPlan; row: number; column: number }) {
  const { t } = useTranslation();
  const cell = useStudio((state) => state.mixCells.get(cellKey(row, column)));
  const status = cell?.status ?? 'waiting';
  const isOriginal = row === column;
  const name = isOriginal ? t('grid.show', { seed: row }) : t('mix.show', { row, column });
  const show = () => {
    const mix = isOriginal ? null : { seed: column, layers: [...plan.layers] };
    useStudio.getState().updateView({ seed: row, blend: [], mix });
    useMixingDialog.setState({ open: false });
  };
  return (
    <button
      type="button"
      className="thumb-image"
      data-testid={`mix-cell-${row}-${column}`}
      data-status={status}
      aria-label={name}
      title={name}
      onClick={show}
    >
      {cell?.image && <PixelCanvas image={cell.image} label="" smooth />}
      {status === 'failed' && (
        <span className="thumb-failed" title={t('grid.failed')}>
          <TriangleAlert aria-hidden />
        </span>
      )}
    </button>
  );
}
