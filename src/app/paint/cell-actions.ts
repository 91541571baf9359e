import { useStudio } from '../../store/studio-store.ts';
import { reveal } from './canvas/viewing.ts';
import { paintPanel } from './paint-panel.ts';
import { usePaintSettings } from './paint-settings.ts';
import { setPaintSurface } from './paint-surface.ts';

/** How far a copy lies from its original, in map pixels. */
const COPY_OFFSET = 8;

/** Leaves a copy of the selected cells a little beside them. */
export function duplicateSelection(): void {
  const { paint, editPainting } = useStudio.getState();
  if (paint.selection.length === 0) return;
  editPainting({
    kind: 'duplicate-cells',
    ids: paint.selection,
    dx: COPY_OFFSET,
    dy: COPY_OFFSET,
    mode: usePaintSettings.getState().writeMode,
  });
}

/** Selects a cell and brings it into view. */
export function showCell(id: number): void {
  const { paint, paintPixels, selectCells } = useStudio.getState();
  const cell = paintPixels()?.cell(id);
  const panel = paintPanel();
  if (!cell) return;
  selectCells([id]);
  if (!panel) return;
  const [x, y] = cell.centroid;
  setPaintSurface(({ viewport }) => ({ viewport: reveal(viewport, panel, paint, { x, y }) }));
}

/** Selects the cell after the selected one, by label; after the last the first. */
export function selectNext(): void {
  const { paint, paintPixels } = useStudio.getState();
  const ids = paintPixels()?.ids() ?? [];
  const after = paint.selection[paint.selection.length - 1] ?? 0;
  const next = ids.find((id) => id > after) ?? ids[0];
  if (next !== undefined) showCell(next);
}
