import type { PaintOperation } from '../../../imaging/editing/operation.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { translateMessage } from '../../i18n/start.ts';
import type { Point } from '../canvas/viewing.ts';
import { usePaintSettings } from '../paint-settings.ts';
import { announce, setPaintSurface, usePaintSurface } from '../paint-surface.ts';
import type { ToolPress } from './tool-press.ts';

/** Id at a map point; 0 in the background and outside. */
export function idAtPoint({ x, y }: Point): number {
  return useStudio.getState().paintPixels()?.idAt(Math.floor(x), Math.floor(y)) ?? 0;
}

/** The selection when the cell is part of it, else the cell alone. */
export function cellsWith(id: number): readonly number[] {
  const { selection } = useStudio.getState().paint;
  return selection.includes(id) ? selection : [id];
}

/** The next strokes go on with the cell at a point; on background they make new cells again. */
export function pickLabelAt(point: Point): void {
  const id = idAtPoint(point);
  setPaintSurface({ activeLabel: id === 0 ? null : id });
  useStudio.getState().selectCells(id === 0 ? [] : [id]);
}

/** A click that does something with the cell under it. */
function onCell(
  operation: (ids: readonly number[], shrinks: boolean) => PaintOperation,
): ToolPress {
  return (at) => ({
    end(_at, keys) {
      const id = idAtPoint(at);
      if (id === 0) announce(translateMessage('paint.say.missed'));
      else useStudio.getState().editPainting(operation(cellsWith(id), keys.shift || keys.alt));
    },
  });
}

/** Splits the cell (or all selected ones) at its necks. */
export const pressSplit: ToolPress = onCell((ids) => ({ kind: 'split-cells', ids }));

/** Grows the cell (or all selected ones) by a pixel; shrinks it with Shift. */
export const pressGrow: ToolPress = onCell((ids, shrinks) => ({
  kind: 'grow-cells',
  ids,
  pixels: shrinks ? -1 : 1,
  mode: usePaintSettings.getState().writeMode,
}));

/** Takes the label under the pointer and goes back to the brush. */
export const pressPick: ToolPress = (at) => ({
  end() {
    pickLabelAt(at);
    setPaintSurface({ tool: 'brush' });
  },
});

/** Fills what is connected and alike with the picked label, the one selected cell, or a new cell. */
export const pressFill: ToolPress = (at, keys) => {
  if (keys.alt) {
    pickLabelAt(at);
    return null;
  }
  return {
    end() {
      const { paint, editPainting, selectCells } = useStudio.getState();
      const chosen = paint.selection.length === 1 ? paint.selection[0] : null;
      const isBackground = idAtPoint(at) === 0;
      const { activeLabel } = usePaintSurface.getState();
      const label = activeLabel ?? (isBackground ? chosen : null) ?? paint.nextLabel;
      if (label === null) return;
      const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
      editPainting({ kind: 'flood-fill', x, y, ink: { kind: 'cell', label }, mode: 'overwrite' });
      selectCells([label]);
    },
  };
};
