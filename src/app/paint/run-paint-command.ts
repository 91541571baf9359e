import { useStudio } from '../../store/studio-store.ts';
import { translateMessage } from '../i18n/start.ts';
import { atActualSize, FITTED, panBy } from '../stage/viewport.ts';
import { UNMOVED } from './canvas/selection-frame.ts';
import { zoomMap } from './canvas/viewing.ts';
import { duplicateSelection, selectNext } from './cell-actions.ts';
import { dabAtCross, moveCross } from './keyboard-cross.ts';
import type { PaintCommand } from './paint-key.ts';
import { paintPanel } from './paint-panel.ts';
import { setPaintSettings, stepSize, usePaintSettings, WRITE_MODES } from './paint-settings.ts';
import {
  announce,
  chooseTool,
  PAINT_LAYOUTS,
  setPaintSurface,
  usePaintSurface,
} from './paint-surface.ts';
import { placeSelection } from './tools/select-tool.ts';

const FAR = 10;

/** @returns False when the command has no meaning now. */
export function runPaintCommand(command: PaintCommand): boolean {
  const studio = useStudio.getState();
  switch (command.do) {
    case 'tool':
      chooseTool(command.tool);
      say('paint.say.tool', { tool: translateMessage(`paint.tool.${command.tool}.name`) });
      return true;
    case 'size':
      changeSize(command.by);
      return true;
    case 'hardness':
      setPaintSettings(({ hardness }) => ({
        hardness: Math.min(1, Math.max(0, Math.round(hardness * 10 + command.by) / 10)),
      }));
      return true;
    case 'write': {
      const writeMode = WRITE_MODES[command.index];
      setPaintSettings({ writeMode });
      say('paint.say.write', { mode: translateMessage(`paint.brush.mode.${writeMode}`) });
      return true;
    }
    case 'strokes': {
      const strokes = usePaintSettings.getState().strokes === 'new' ? 'continue' : 'new';
      setPaintSettings({ strokes });
      say('paint.say.strokes', { mode: translateMessage(`paint.brush.strokes.${strokes}`) });
      return true;
    }
    case 'newLabel':
      setPaintSurface({ activeLabel: null });
      setPaintSettings({ strokes: 'new' });
      say('paint.brush.labelNext');
      return true;
    case 'undo':
      void studio.undoPaint();
      return true;
    case 'redo':
      void studio.redoPaint();
      return true;
    case 'copy':
      studio.copyCells();
      say('paint.notice.copied', { count: studio.paint.selection.length });
      return studio.paint.selection.length > 0;
    case 'cut':
      studio.cutToClipboard();
      return true;
    case 'paste':
      void studio.pasteCells(usePaintSurface.getState().crosshair ?? null);
      return true;
    case 'duplicate':
      duplicateSelection();
      return true;
    case 'delete':
      if (studio.paint.selection.length === 0) return false;
      studio.editPainting({ kind: 'delete-cells', ids: studio.paint.selection });
      return true;
    case 'selectAll':
      studio.selectCells(studio.paintPixels()?.ids() ?? []);
      return true;
    case 'next':
      selectNext();
      return true;
    case 'leave':
      leave();
      return true;
    case 'arrow':
      arrow(command.dx * (command.far ? FAR : 1), command.dy * (command.far ? FAR : 1));
      return true;
    case 'dab':
      return dabAtCross(command.line);
    case 'turn':
      placeSelection({ ...UNMOVED, degrees: command.degrees });
      return true;
    case 'scale':
      placeSelection({ ...UNMOVED, scale: command.factor });
      return true;
    case 'numbers':
      setPaintSurface(({ showsNumbers }) => ({ showsNumbers: !showsNumbers }));
      return true;
    case 'compare':
      setPaintSurface(({ layout }) => ({
        layout: PAINT_LAYOUTS[(PAINT_LAYOUTS.indexOf(layout) + 1) % PAINT_LAYOUTS.length],
      }));
      return true;
    default:
      return moveView(command);
  }
}

function say(key: string, values?: Record<string, unknown>): void {
  announce(translateMessage(key, values));
}

function changeSize(by: 1 | -1): void {
  const key = usePaintSurface.getState().tool === 'eraser' ? 'eraserSize' : 'brushSize';
  const size = stepSize(usePaintSettings.getState()[key], by);
  setPaintSettings({ [key]: size });
  say('paint.say.size', { size });
}

/** Escape takes back one thing: what is on its way, a picked label, the selection. */
function leave(): void {
  const { draft, activeLabel, crosshair } = usePaintSurface.getState();
  if (draft) setPaintSurface({ draft: null });
  else if (activeLabel !== null) setPaintSurface({ activeLabel: null });
  else if (useStudio.getState().paint.selection.length > 0) {
    useStudio.getState().selectCells([]);
    say('paint.say.deselected');
  } else if (crosshair) setPaintSurface({ crosshair: null });
}

function arrow(dx: number, dy: number): void {
  const hasSelection = useStudio.getState().paint.selection.length > 0;
  if (usePaintSurface.getState().tool === 'select' && hasSelection) {
    placeSelection({ ...UNMOVED, dx, dy });
  } else moveCross(dx, dy);
}

function moveView(command: PaintCommand): boolean {
  const { width, height } = useStudio.getState().paint;
  const panel = paintPanel();
  if (!panel || width === 0) return false;
  const map = { width, height };
  const middle = { x: panel.width / 2, y: panel.height / 2 };
  setPaintSurface(({ viewport }) => {
    if (command.do === 'zoom') {
      return { viewport: zoomMap(viewport, command.factor, panel, map, middle) };
    }
    if (command.do === 'pan') {
      return { viewport: panBy(viewport, command.dx, command.dy, panel, map) };
    }
    return { viewport: command.do === 'fit' ? FITTED : atActualSize(viewport, panel, map) };
  });
  return true;
}
