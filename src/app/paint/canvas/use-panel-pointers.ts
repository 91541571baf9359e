import { type RefObject, useEffect } from 'react';
import { type Extent, panBy, placeImage } from '../../stage/viewport.ts';
import { setPaintSurface, usePaintSurface } from '../paint-surface.ts';
import { PRESS_OF_TOOL } from '../tools/press-tool.ts';
import type { ToolPoint } from '../tools/tool-press.ts';
import type { MapRasters } from './map-rasters.ts';
import { listenToPointers, type PointerPoint } from './pointer-input.ts';
import { type Placement, type Point, toMap, zoomMap } from './viewing.ts';

/** Pointers on a panel: the chosen tool draws, wheel and fingers move the view. */
export function usePanelPointers(root: RefObject<HTMLElement | null>, rasters: MapRasters): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const panel = (): Extent => ({ width: element.clientWidth, height: element.clientHeight });
    const inPanel = ({ x, y }: Point): Point => {
      const box = element.getBoundingClientRect();
      return { x: x - box.left, y: y - box.top };
    };
    const placement = (): Placement | null => {
      const size = rasters.size();
      return size && placeImage(usePaintSurface.getState().viewport, panel(), size);
    };
    const onMap = (point: PointerPoint, place: Placement): ToolPoint => ({
      ...toMap(place, inPanel(point)),
      pressure: point.pressure,
      page: { x: point.x, y: point.y },
    });

    return listenToPointers(element, {
      press(point, keys) {
        const { tool } = usePaintSurface.getState();
        const place = placement();
        if (!place || tool === 'pan') return null;
        setPaintSurface({ crosshair: null });
        const drag = PRESS_OF_TOOL[tool](onMap(point, place), keys, place);
        return (
          drag && {
            move: (points, held) =>
              drag.move?.(
                points.map((each) => onMap(each, place)),
                held,
              ),
            end: (at, held) => drag.end(onMap(at, place), held),
            cancel: () => drag.cancel?.(),
          }
        );
      },
      hover(point) {
        const place = placement();
        const hover = point && place ? toMap(place, inPanel(point)) : null;
        setPaintSurface({ hover, crosshair: null });
      },
      panBy(dx, dy) {
        const size = rasters.size();
        if (!size) return;
        setPaintSurface(({ viewport }) => ({
          viewport: panBy(viewport, dx, dy, panel(), size),
          hover: null,
        }));
      },
      zoomAt(factor, anchor) {
        const size = rasters.size();
        if (!size) return;
        setPaintSurface(({ viewport }) => ({
          viewport: zoomMap(viewport, factor, panel(), size, inPanel(anchor)),
        }));
      },
      isPanning() {
        const { tool, spaceHeld } = usePaintSurface.getState();
        return tool === 'pan' || spaceHeld;
      },
    });
  }, [root, rasters]);
}
