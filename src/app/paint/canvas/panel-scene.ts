import { joinBoxes, type PixelBox } from '../../../imaging/editing/pixel-box.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { useCompare } from '../../stage/use-compare.ts';
import { useDisplay } from '../../stage/use-display.ts';
import { type Extent, placeImage } from '../../stage/viewport.ts';
import { usePaintSettings } from '../paint-settings.ts';
import { usePaintSurface } from '../paint-surface.ts';
import { boxOfCells } from '../tools/ghost.ts';
import { drawCrosshair, drawRing } from './draw-cursor.ts';
import { drawDraft, drawFrame } from './draw-draft.ts';
import { drawMap, type PanelCanvas } from './draw-map.ts';
import { drawNumbers, drawOutlines } from './draw-selection.ts';
import type { MapRasters } from './map-rasters.ts';
import { layersOf, type PanelShows } from './panel-layers.ts';
import { frameOf } from './selection-frame.ts';

/** Milliseconds between steps of the marching dashes. */
const MARCH_MS = 90;

/** The three canvases of a panel, one above the other. */
export interface PanelElements {
  map: HTMLCanvasElement;
  selection: HTMLCanvasElement;
  cursor: HTMLCanvasElement;
}

/** Keeps a panel drawn. */
export interface PanelScene {
  resize(panel: Extent): void;
  stop(): void;
}

function fitCanvas(canvas: HTMLCanvasElement, panel: Extent, ratio: number): void {
  canvas.width = Math.max(1, Math.round(panel.width * ratio));
  canvas.height = Math.max(1, Math.round(panel.height * ratio));
}

/**
 * Draws a panel in three layers, each only when what it shows changed: the map (and of it the changed box), the
 * selection, and what follows the pointer. All in the frame after the change.
 */
export function createPanelScene(
  elements: PanelElements,
  rasters: MapRasters,
  shows: PanelShows,
): PanelScene {
  let panel: Extent = { width: 0, height: 0 };
  const ratio = devicePixelRatio || 1;
  let frame = 0;
  let mapIsStale = true;
  let dirty: PixelBox | null = null;
  let selectionIsStale = true;
  let cursorIsStale = true;
  let phase = 0;

  const canvasOf = (element: HTMLCanvasElement): PanelCanvas | null => {
    const context = element.getContext('2d');
    return context && { context, panel, ratio };
  };
  const clear = ({ context }: PanelCanvas) => {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, panel.width, panel.height);
  };

  const redrawMap = (size: Extent) => {
    const canvas = canvasOf(elements.map);
    if (!canvas || (!mapIsStale && !dirty)) return;
    const { viewport } = usePaintSurface.getState();
    const { overlayStyle, outlinesOpacity, tintOpacity } = useDisplay.getState();
    const { split, showsAbove } = useCompare.getState();
    const layers = layersOf(shows, rasters, {
      overlayStyle,
      overlayOpacity: overlayStyle === 'tint' ? tintOpacity : outlinesOpacity,
      split,
      imageTurn: showsAbove,
    });
    drawMap(canvas, layers, size, placeImage(viewport, panel, size), mapIsStale ? null : dirty);
    mapIsStale = false;
    dirty = null;
  };

  const redrawSelection = (size: Extent) => {
    const canvas = canvasOf(elements.selection);
    const pixels = useStudio.getState().paintPixels();
    if (!canvas || !selectionIsStale) return;
    selectionIsStale = false;
    clear(canvas);
    if (!pixels) return;
    const { viewport, showsNumbers } = usePaintSurface.getState();
    const place = placeImage(viewport, panel, size);
    drawOutlines(canvas, place, pixels, useStudio.getState().paint.selection);
    if (showsNumbers && shows !== 'image') drawNumbers(canvas, place, pixels);
  };

  const redrawCursor = (size: Extent) => {
    const canvas = canvasOf(elements.cursor);
    if (!canvas || !cursorIsStale) return;
    cursorIsStale = false;
    clear(canvas);
    const { viewport, tool, hover, crosshair, draft } = usePaintSurface.getState();
    const { brushSize, eraserSize } = usePaintSettings.getState();
    const place = placeImage(viewport, panel, size);
    const { paint, paintPixels } = useStudio.getState();
    const pixels = paintPixels();
    if (tool === 'select' && pixels && draft?.kind !== 'placing') {
      const box = boxOfCells(pixels, paint.selection);
      if (box) drawFrame(canvas, frameOf(box, place), phase);
    }
    const pointer = crosshair ? { x: crosshair.x + 0.5, y: crosshair.y + 0.5 } : hover;
    if (draft) drawDraft(canvas, place, draft, pointer, phase);
    const radius = (tool === 'eraser' ? eraserSize : brushSize) / 2;
    if (pointer && (tool === 'brush' || tool === 'eraser' || tool === 'nucleus')) {
      drawRing(canvas, place, pointer, radius);
    }
    if (crosshair) drawCrosshair(canvas, place, crosshair);
  };

  const redraw = () => {
    frame = 0;
    const size = rasters.size();
    if (!size || panel.width === 0) return;
    redrawMap(size);
    redrawSelection(size);
    redrawCursor(size);
  };
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(redraw);
  };
  const markAll = () => {
    mapIsStale = true;
    selectionIsStale = true;
    cursorIsStale = true;
    schedule();
  };

  const stops = [
    rasters.listen((box) => {
      if (shows === 'image' && box) return;
      if (box) dirty = joinBoxes(dirty, box);
      else mapIsStale = true;
      schedule();
    }),
    useStudio.subscribe(({ paint }, { paint: before }) => {
      if (paint === before) return;
      if (paint.selection !== before.selection || paint.version !== before.version) {
        selectionIsStale = true;
        cursorIsStale = true;
        schedule();
      }
      if (paint.key !== before.key || paint.status !== before.status) markAll();
    }),
    usePaintSurface.subscribe((now, before) => {
      if (now.viewport !== before.viewport || now.showsNumbers !== before.showsNumbers) {
        markAll();
      } else {
        cursorIsStale = true;
        schedule();
      }
    }),
    useCompare.subscribe(() => {
      if (shows !== 'split' && shows !== 'blink') return;
      mapIsStale = true;
      schedule();
    }),
    usePaintSettings.subscribe(() => {
      cursorIsStale = true;
      schedule();
    }),
  ];
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const marching = setInterval(() => {
    const { tool, draft } = usePaintSurface.getState();
    const isSeen = tool === 'select' && useStudio.getState().paint.selection.length > 0;
    if (still || !(isSeen || draft)) return;
    phase += 1;
    cursorIsStale = true;
    schedule();
  }, MARCH_MS);
  return {
    resize(room) {
      panel = room;
      for (const element of Object.values(elements)) fitCanvas(element, room, ratio);
      // Resizing empties canvases; drawn at once, they are never seen so.
      mapIsStale = true;
      selectionIsStale = true;
      cursorIsStale = true;
      redraw();
    },
    stop() {
      cancelAnimationFrame(frame);
      clearInterval(marching);
      for (const stop of stops) stop();
    },
  };
}
