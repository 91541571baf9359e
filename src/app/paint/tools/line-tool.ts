import { useStudio } from '../../../store/studio-store.ts';
import { translateMessage } from '../../i18n/start.ts';
import type { Point } from '../canvas/viewing.ts';
import { announce, setPaintSurface, usePaintSurface } from '../paint-surface.ts';
import { idAtPoint } from './cell-tools.ts';
import { isSamePlace, type ToolPress } from './tool-press.ts';

/** Ids of the cells a line passes, in its order. */
function cellsAlong(points: readonly Point[]): number[] {
  const ids = new Set<number>();
  for (let i = 0; i < points.length; i++) {
    const [from, to] = [points[Math.max(0, i - 1)], points[i]];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const id = idAtPoint({
        x: from.x + share * (to.x - from.x),
        y: from.y + share * (to.y - from.y),
      });
      if (id !== 0) ids.add(id);
    }
  }
  return [...ids];
}

function cut(points: readonly Point[]): void {
  if (cellsAlong(points).length === 0) announce(translateMessage('paint.say.missed'));
  else useStudio.getState().editPainting({ kind: 'cut-cells', ids: null, points });
}

function merge(points: readonly Point[]): void {
  const ids = cellsAlong([points[0], points[points.length - 1]]);
  const ends = [idAtPoint(points[0]), idAtPoint(points[points.length - 1])];
  // Those at its ends; where it ends beside a cell, all that it passes.
  const wanted = ends.includes(0) ? ids : [...new Set(ends)];
  if (wanted.length < 2) announce(translateMessage('paint.say.missed'));
  else useStudio.getState().editPainting({ kind: 'merge-cells', ids: wanted });
}

/** A line drawn from press to release, or from click to click; Shift keeps it straight. */
function lineTool(use: (points: readonly Point[]) => void, isAlwaysStraight: boolean): ToolPress {
  return (at, _keys, place) => {
    const { draft } = usePaintSurface.getState();
    const start = draft?.kind === 'trail' ? draft.points[0] : null;
    const first = { x: at.x, y: at.y };
    let drawn: Point[] = [first];
    const show = () =>
      setPaintSurface({ draft: { kind: 'trail', points: drawn, closed: false, corners: false } });
    return {
      move(points, keys) {
        for (const { x, y } of points) drawn.push({ x, y });
        if (keys.shift || isAlwaysStraight) drawn = [first, drawn[drawn.length - 1]];
        show();
      },
      end() {
        const isClick = drawn.every((point) => isSamePlace(point, first, place));
        if (isClick && !start) {
          drawn = [first];
          setPaintSurface({
            draft: { kind: 'trail', points: drawn, closed: false, corners: true },
          });
          announce(translateMessage('paint.say.lineStart'));
          return;
        }
        setPaintSurface({ draft: null });
        use(isClick && start ? [start, first] : drawn);
      },
      cancel() {
        setPaintSurface({ draft: null });
      },
    };
  };
}

/** Cuts every cell that the line crosses. */
export const pressCut: ToolPress = lineTool(cut, false);

/** Joins the cells at the two ends of the line. */
export const pressMerge: ToolPress = lineTool(merge, true);
