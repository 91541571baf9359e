import type { StrokePoint } from '../../../imaging/editing/brush.ts';
import type { Ink } from '../../../imaging/editing/write-ink.ts';
import { useStudio } from '../../../store/studio-store.ts';
import type { HeldKeys } from '../canvas/pointer-input.ts';
import { usePaintSettings } from '../paint-settings.ts';
import { usePaintSurface } from '../paint-surface.ts';
import { pickLabelAt } from './cell-tools.ts';
import { inkWithin, labelOfStroke } from './ink-of.ts';
import type { ToolPoint, ToolPress } from './tool-press.ts';

type StrokeTool = 'brush' | 'eraser' | 'nucleus';

/** Where the last stroke ended and with what, for straight lines that go on with it, and in which painting. */
let last: { key: string; tool: StrokeTool; point: StrokePoint; ink: Ink } | null = null;

function inkOf(tool: StrokeTool, under: number, keys: HeldKeys): Ink | null {
  const { writeMode, strokes } = usePaintSettings.getState();
  if (tool === 'eraser') return inkWithin('erase', under, writeMode);
  if (tool === 'nucleus') {
    return inkWithin(keys.alt ? 'erase-nucleus' : 'nucleus', under, writeMode);
  }
  const { activeLabel } = usePaintSurface.getState();
  const next = useStudio.getState().paint.nextLabel;
  const label = labelOfStroke({ under, active: activeLabel, strokes, next });
  return label === null ? null : { kind: 'cell', label };
}

function strokePoint({ x, y, pressure }: ToolPoint): StrokePoint {
  const { usesPressure } = usePaintSettings.getState();
  return pressure !== null && usesPressure ? { x, y, pressure } : { x, y };
}

/** Brush, eraser and nucleus brush: a stroke from press to release; with Shift a straight line from the last point. */
export function pressStroke(tool: StrokeTool): ToolPress {
  return (at, keys) => {
    const { paint, paintPixels, beginStroke, extendStroke, endStroke, cancelStroke, selectCells } =
      useStudio.getState();
    const pixels = paintPixels();
    if (!pixels) return null;
    if (tool === 'brush' && keys.alt) {
      pickLabelAt(at);
      return null;
    }
    const goesOn = keys.shift && last?.key === paint.key && last.tool === tool ? last : null;
    const ink = goesOn?.ink ?? inkOf(tool, pixels.idAt(at.x, at.y), keys);
    if (!ink) {
      useStudio.getState().notify({ kind: 'warning', message: 'paint.notice.noLabelLeft' });
      return null;
    }
    const { brushSize, eraserSize, hardness, writeMode } = usePaintSettings.getState();
    const diameter = tool === 'eraser' ? eraserSize : brushSize;
    const brush = { diameter, hardness, ink, mode: writeMode };
    let end = strokePoint(at);
    beginStroke(brush, goesOn?.point ?? end);
    if (goesOn) extendStroke([end]);
    return {
      move(points) {
        const stroke = points.map(strokePoint);
        end = stroke[stroke.length - 1] ?? end;
        extendStroke(stroke);
      },
      end() {
        endStroke();
        last = { key: paint.key, tool, point: end, ink };
        if (ink.kind === 'cell') selectCells([ink.label]);
      },
      cancel: cancelStroke,
    };
  };
}
