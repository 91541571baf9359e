import {
  CircleDot,
  Copy,
  Expand,
  type LucideIcon,
  Merge,
  PaintBucket,
  Shrink,
  Spline,
  Split,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PaintOperation } from '../../../imaging/editing/operation.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { Tip } from '../../controls/tip.tsx';
import { duplicateSelection } from '../cell-actions.ts';
import { usePaintSettings } from '../paint-settings.ts';

/** A nucleus is so much smaller than its cell, as a share of the radius of a disk of the cell's area. */
const NUCLEUS_INSET = 0.4;

type CellButton =
  | 'duplicate'
  | 'delete'
  | 'merge'
  | 'split'
  | 'grow'
  | 'shrink'
  | 'smooth'
  | 'fillHoles'
  | 'makeNucleus';

const BUTTONS: readonly { name: CellButton; icon: LucideIcon; keys?: string }[] = [
  { name: 'duplicate', icon: Copy, keys: 'Ctrl D' },
  { name: 'merge', icon: Merge },
  { name: 'split', icon: Split },
  { name: 'grow', icon: Expand },
  { name: 'shrink', icon: Shrink },
  { name: 'smooth', icon: Spline },
  { name: 'fillHoles', icon: PaintBucket },
  { name: 'makeNucleus', icon: CircleDot },
  { name: 'delete', icon: Trash2, keys: 'Del' },
];

/** How far nuclei stay from the outline of the smallest of the cells, in pixels. */
function nucleusInset(ids: readonly number[]): number {
  const pixels = useStudio.getState().paintPixels();
  const areas = ids.map((id) => pixels?.cell(id)?.area ?? 1);
  return Math.max(1, Math.round(NUCLEUS_INSET * Math.sqrt(Math.min(...areas) / Math.PI)));
}

function operationOf(
  name: Exclude<CellButton, 'duplicate'>,
  ids: readonly number[],
): PaintOperation {
  const { writeMode: mode } = usePaintSettings.getState();
  switch (name) {
    case 'delete':
      return { kind: 'delete-cells', ids };
    case 'merge':
      return { kind: 'merge-cells', ids };
    case 'split':
      return { kind: 'split-cells', ids };
    case 'grow':
      return { kind: 'grow-cells', ids, pixels: 1, mode };
    case 'shrink':
      return { kind: 'grow-cells', ids, pixels: -1, mode };
    case 'smooth':
      return { kind: 'smooth-cells', ids, radius: 2, mode };
    case 'fillHoles':
      return { kind: 'fill-holes', ids };
    case 'makeNucleus':
      return { kind: 'nuclei-from-cells', ids, pixels: nucleusInset(ids) };
  }
}

/** Everything that is done with the selected cells by a press. */
export function CellButtons({ selection }: { selection: readonly number[] }) {
  const { t } = useTranslation();
  const editPainting = useStudio((state) => state.editPainting);
  return (
    <div className="paint-buttons">
      {BUTTONS.map(({ name, icon: Icon, keys }) => {
        const button = (
          <button
            key={name}
            type="button"
            className={name === 'delete' ? 'button small danger' : 'button small'}
            disabled={name === 'merge' && selection.length < 2}
            data-testid={`cell-${name}`}
            onClick={() =>
              name === 'duplicate'
                ? duplicateSelection()
                : editPainting(operationOf(name, selection))
            }
          >
            <Icon aria-hidden />
            {t(`paint.cell.${name}`)}
          </button>
        );
        if (name === 'makeNucleus') {
          return (
            <Tip key={name} text={t('paint.cell.makeNucleusHint')}>
              {button}
            </Tip>
          );
        }
        return keys ? (
          <Tip key={name} text={t(`paint.cell.${name}`)} keys={keys}>
            {button}
          </Tip>
        ) : (
          button
        );
      })}
    </div>
  );
}
