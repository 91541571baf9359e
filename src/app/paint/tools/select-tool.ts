import type { PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { CellPlacement } from '../../../imaging/editing/place-cells.ts';
import { useStudio } from '../../../store/studio-store.ts';
import type { HeldKeys } from '../canvas/pointer-input.ts';
import { frameOf, handleAt, transformByHandle, UNMOVED } from '../canvas/selection-frame.ts';
import { type Placement, type Point, toPanel } from '../canvas/viewing.ts';
import { usePaintSettings } from '../paint-settings.ts';
import { setPaintSurface } from '../paint-surface.ts';
import { idAtPoint } from './cell-tools.ts';
import { boxOfCells, ghostOf } from './ghost.ts';
import { dropTargetAt, putCellsInto } from './put-cells.ts';
import { isSamePlace, type ToolDrag, type ToolPoint, type ToolPress } from './tool-press.ts';

/** Places the selected cells, or leaves a copy of them. */
export function placeSelection(placement: CellPlacement, leavesCopy = false): void {
  const { paint, editPainting } = useStudio.getState();
  const { writeMode: mode } = usePaintSettings.getState();
  const ids = paint.selection;
  if (ids.length === 0) return;
  const { dx, dy } = placement;
  if (leavesCopy) editPainting({ kind: 'duplicate-cells', ids, dx, dy, mode });
  else editPainting({ kind: 'place-cells', ids, placement, mode });
}

/** A drag that shows the selection where it would go, and puts it there. */
function dragSelection(
  place: Placement,
  from: Point,
  placementTo: (to: Point, keys: HeldKeys) => CellPlacement,
  canLeave: boolean,
): ToolDrag | null {
  const { paint, paintPixels } = useStudio.getState();
  const pixels = paintPixels();
  const box = pixels && boxOfCells(pixels, paint.selection);
  if (!pixels || !box) return null;
  const ghost = ghostOf(pixels, paint.selection, box);
  let moved = false;
  const clear = () => setPaintSurface({ draft: null, dropTarget: null });
  return {
    move(points, keys) {
      const to = points[points.length - 1];
      if (!to) return;
      moved ||= !isSamePlace(from, to, place);
      if (!moved) return;
      const placement = placementTo(to, keys);
      const dropTarget = canLeave && to.page ? dropTargetAt(to.page) : null;
      const leavesCopy = (canLeave && keys.alt) || dropTarget !== null;
      setPaintSurface({
        draft: { kind: 'placing', box, ghost, placement, leavesCopy },
        dropTarget,
      });
    },
    end(to, keys) {
      clear();
      if (!moved) return;
      const target = canLeave && to.page ? dropTargetAt(to.page) : null;
      if (target) putCellsInto(target);
      else placeSelection(placementTo(to, keys), canLeave && keys.alt);
    },
    cancel: clear,
  };
}

/** Whole pixels: cells have no halves of them. */
function moveBy(from: Point, to: Point, keys: HeldKeys): CellPlacement {
  const dx = Math.round(to.x - from.x);
  const dy = Math.round(to.y - from.y);
  if (!keys.shift) return { ...UNMOVED, dx, dy };
  return Math.abs(dx) > Math.abs(dy) ? { ...UNMOVED, dx } : { ...UNMOVED, dy };
}

/** A rectangle that selects what it touches; a click on the background selects nothing. */
function dragMarquee(from: Point, place: Placement, adds: boolean): ToolDrag {
  const boxTo = (to: Point): PixelBox => ({
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  });
  return {
    move(points) {
      const to = points[points.length - 1];
      if (to) setPaintSurface({ draft: { kind: 'marquee', box: boxTo(to) } });
    },
    end(to) {
      setPaintSurface({ draft: null });
      const { paintPixels, selectCells } = useStudio.getState();
      const found = isSamePlace(from, to, place) ? [] : (paintPixels()?.idsIn(boxTo(to)) ?? []);
      selectCells(found, adds ? 'add' : 'replace');
    },
    cancel() {
      setPaintSurface({ draft: null });
    },
  };
}

/** The frame's handles scale and turn, cells are dragged, the background draws a rectangle that selects. */
export const pressSelect: ToolPress = (at: ToolPoint, keys, place) => {
  const { paint, paintPixels, selectCells } = useStudio.getState();
  const pixels = paintPixels();
  if (!pixels) return null;
  const box = boxOfCells(pixels, paint.selection);
  const handle = box && at.page && handleAt(frameOf(box, place), toPanel(place, at));
  if (box && handle) {
    const placementTo = (to: Point, { shift }: HeldKeys) =>
      transformByHandle(box, handle, at, to, shift);
    return dragSelection(place, at, placementTo, false);
  }
  const id = idAtPoint(at);
  const adds = keys.shift || keys.control;
  if (id === 0) return dragMarquee(at, place, adds);
  if (adds) {
    selectCells([id], 'toggle');
    return null;
  }
  if (!paint.selection.includes(id)) selectCells([id]);
  return dragSelection(place, at, (to, held) => moveBy(at, to, held), true);
};
