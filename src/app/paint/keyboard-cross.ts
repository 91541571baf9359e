import { useStudio } from '../../store/studio-store.ts';
import { translateMessage } from '../i18n/start.ts';
import { placeImage } from '../stage/viewport.ts';
import { type Point, reveal } from './canvas/viewing.ts';
import { paintPanel } from './paint-panel.ts';
import { announce, setPaintSurface, usePaintSurface } from './paint-surface.ts';
import { idAtPoint } from './tools/cell-tools.ts';
import { PRESS_OF_TOOL } from './tools/press-tool.ts';

/** Where the cross begins: where the pointer was, else in the middle of what is seen. */
function firstCross({ width, height }: { width: number; height: number }): Point {
  const { hover, viewport } = usePaintSurface.getState();
  const at = hover ?? { x: viewport.x * width, y: viewport.y * height };
  return { x: Math.floor(at.x), y: Math.floor(at.y) };
}

/** Moves the keyboard's cross by map pixels, keeps it in view, and says what is under it. */
export function moveCross(dx: number, dy: number): void {
  const { width, height } = useStudio.getState().paint;
  const panel = paintPanel();
  if (width === 0 || !panel) return;
  const before = usePaintSurface.getState().crosshair ?? firstCross({ width, height });
  const clamp = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
  const crosshair = { x: clamp(before.x + dx, width), y: clamp(before.y + dy, height) };
  setPaintSurface(({ viewport }) => ({
    crosshair,
    viewport: reveal(viewport, panel, { width, height }, crosshair),
  }));
  const id = idAtPoint(crosshair);
  const what = translateMessage(id === 0 ? 'paint.say.background' : 'paint.say.cell', { id });
  announce(translateMessage('paint.say.cross', { ...crosshair, what }));
}

/**
 * Does with the chosen tool at the cross what a click would do.
 * @param line a straight line from the last point, as with Shift held
 * @returns False when there is no cross yet
 */
export function dabAtCross(line: boolean): boolean {
  const { crosshair, tool, viewport } = usePaintSurface.getState();
  const { width, height } = useStudio.getState().paint;
  const panel = paintPanel();
  if (!panel || width === 0 || tool === 'pan') return false;
  if (!crosshair) {
    moveCross(0, 0);
    return true;
  }
  const at = { x: crosshair.x + 0.5, y: crosshair.y + 0.5, pressure: null, page: null };
  const keys = { shift: line, alt: false, control: false };
  const place = placeImage(viewport, panel, { width, height });
  PRESS_OF_TOOL[tool](at, keys, place)?.end(at, keys);
  return true;
}
