import { freeOffset } from '../../imaging/editing/free-offset.ts';
import { joinBoxes } from '../../imaging/editing/pixel-box.ts';
import { useStudio } from '../../store/studio-store.ts';
import { reveal } from './canvas/viewing.ts';
import { paintPanel } from './paint-panel.ts';
import { usePaintSettings } from './paint-settings.ts';
import { setPaintSurface } from './paint-surface.ts';

/** How far a copy lies from its original where there is no room for it, in map pixels. */
const OVERLAPPING = { dx: 8, dy: 8 };

/** Leaves a copy of the selected cells on the nearest free place. */
export function duplicateSelection(): void {
  const { paint, paintPixels, editPainting } = useStudio.getState();
  const pixels = paintPixels();
  const boxes = paint.selection.map((id) => pixels?.cell(id)?.box ?? null);
  const box = boxes.reduce(joinBoxes, null);
  if (!pixels || !box) return;
  editPainting({
    kind: 'duplicate-cells',
    ids: paint.selection,
    ...(freeOffset(pixels, box, paint.selection) ?? OVERLAPPING),
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
