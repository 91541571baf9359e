import { useStudio } from '../../../store/studio-store.ts';
import { translateMessage } from '../../i18n/start.ts';
import type { Placement, Point } from '../canvas/viewing.ts';
import { usePaintSettings } from '../paint-settings.ts';
import { announce, setPaintSurface, usePaintSurface } from '../paint-surface.ts';
import { idAtPoint } from './cell-tools.ts';
import { labelOfStroke } from './ink-of.ts';
import { CLICK_SLOP, isSamePlace, type ToolPress } from './tool-press.ts';

/** Within this many CSS pixels of its first corner a click closes the polygon. */
const CLOSE_SLOP = 2 * CLICK_SLOP;

/** Corners of the outline on its way; empty when there is none. */
function trail(): readonly Point[] {
  const { draft } = usePaintSurface.getState();
  return draft?.kind === 'trail' ? draft.points : [];
}

function showTrail(points: readonly Point[], corners: boolean): void {
  setPaintSurface({ draft: { kind: 'trail', points, closed: false, corners } });
}

/** Fills an outline with a cell, or makes it background. */
function fillOutline(points: readonly Point[], erases: boolean): void {
  setPaintSurface({ draft: null });
  if (points.length < 3) return;
  const { paint, editPainting, selectCells } = useStudio.getState();
  const { strokes, writeMode } = usePaintSettings.getState();
  const { activeLabel } = usePaintSurface.getState();
  const under = idAtPoint(points[0]);
  const label = labelOfStroke({ under, active: activeLabel, strokes, next: paint.nextLabel });
  if (erases) {
    const ink = { kind: 'erase', only: null } as const;
    editPainting({ kind: 'fill-polygon', points, ink, mode: writeMode });
  } else if (label !== null) {
    const ink = { kind: 'cell', label } as const;
    editPainting({ kind: 'fill-polygon', points, ink, mode: writeMode });
    selectCells([label]);
  }
}

function addCorner(at: Point, place: Placement, erases: boolean): void {
  const points = trail();
  const isNear = (point: Point | undefined, slop: number) =>
    point && Math.hypot(point.x - at.x, point.y - at.y) * place.scale <= slop;
  if (isNear(points[0], CLOSE_SLOP) || isNear(points.at(-1), CLICK_SLOP)) {
    fillOutline(points, erases);
    return;
  }
  showTrail([...points, at], true);
  announce(translateMessage('paint.say.corner', { n: points.length + 1 }));
}

/** Corners by clicks; a click on the first or last one closes the outline. With Alt it erases. */
export const pressPolygon: ToolPress = (at, _keys, place) => ({
  end(_at, keys) {
    addCorner({ x: at.x, y: at.y }, place, keys.alt);
  },
});

/** An outline drawn by hand; clicks without a drag are corners, as of a polygon. With Alt it erases. */
export const pressLasso: ToolPress = (at, _keys, place) => {
  const before = trail();
  const drawn: Point[] = [{ x: at.x, y: at.y }];
  const isClick = () => drawn.every((point) => isSamePlace(point, drawn[0], place));
  return {
    move(points) {
      for (const { x, y } of points) drawn.push({ x, y });
      if (!isClick()) showTrail([...before, ...drawn], false);
    },
    end(_end, keys) {
      if (isClick()) addCorner(drawn[0], place, keys.alt);
      else fillOutline([...before, ...drawn], keys.alt);
    },
    cancel() {
      setPaintSurface({ draft: null });
    },
  };
};
