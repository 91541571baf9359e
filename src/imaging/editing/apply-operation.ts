import { clipCells } from './cell-clip.ts';
import { eachPixelOf } from './cell-pixels.ts';
import { fillEllipse, fillPolygon, fillRectangle } from './fill-area.ts';
import { floodFill } from './flood-fill.ts';
import type { OperationResult, PaintOperation } from './operation.ts';
import { boxOfCells, deleteCells, pasteCells, placeCells } from './place-cells.ts';
import { fillCellHoles, growCells, makeNuclei, smoothCells } from './reshape-cells.ts';
import { cutCells, mergeCells, separatePieces, splitCells } from './split-cells.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';
import { renumberCells, replacePainting } from './whole-painting.ts';

type Outcome = Pick<OperationResult, 'cameFrom' | 'selection'>;

const NOTHING: ReadonlyMap<number, number> = new Map();

/** What a person would go on with when cells of a list made new ones. */
function withParts(ids: readonly number[], cameFrom: ReadonlyMap<number, number>): Outcome {
  return { cameFrom, selection: [...ids, ...cameFrom.keys()] };
}

function duplicate(
  recorder: StrokeRecorder,
  { ids, dx, dy, mode }: Extract<PaintOperation, { kind: 'duplicate-cells' }>,
): Outcome {
  const box = boxOfCells(recorder, ids);
  if (!box) return { cameFrom: NOTHING, selection: [] };
  const clip = clipCells(recorder.painting, box, ids);
  const cameFrom = pasteCells(recorder, clip, box.x + dx, box.y + dy, mode);
  return { cameFrom, selection: [...cameFrom.keys()] };
}

function inOrder(recorder: StrokeRecorder, operation: PaintOperation): Outcome {
  const { painting, shapes } = recorder;
  const still = (ids: readonly number[]): Outcome => ({ cameFrom: NOTHING, selection: ids });
  switch (operation.kind) {
    case 'fill-polygon':
      fillPolygon(recorder, operation.points, operation.ink, operation.mode);
      return still([]);
    case 'fill-rectangle':
      fillRectangle(recorder, operation.box, operation.ink, operation.mode);
      return still([]);
    case 'fill-ellipse':
      fillEllipse(recorder, operation.box, operation.ink, operation.mode);
      return still([]);
    case 'flood-fill':
      floodFill(recorder, operation.x, operation.y, operation.ink, operation.mode);
      return still([]);
    case 'place-cells':
      placeCells(recorder, operation.ids, operation.placement, operation.mode);
      return still(operation.ids);
    case 'duplicate-cells':
      return duplicate(recorder, operation);
    case 'delete-cells':
      deleteCells(recorder, operation.ids);
      return still([]);
    case 'paste-cells': {
      const { clip, x, y, mode } = operation;
      const cameFrom = pasteCells(recorder, clip, x, y, mode);
      return { cameFrom, selection: [...cameFrom.keys()] };
    }
    case 'cut-cells': {
      const cameFrom = cutCells(recorder, operation.ids, operation.points);
      return withParts([...new Set(cameFrom.values())], cameFrom);
    }
    case 'merge-cells': {
      const into = mergeCells(recorder, operation.ids);
      return still(into === null ? [] : [into]);
    }
    case 'split-cells':
      return withParts(operation.ids, splitCells(recorder, operation.ids));
    case 'separate-pieces':
      return withParts(operation.ids, separatePieces(recorder, operation.ids));
    case 'grow-cells':
      growCells(recorder, operation.ids, operation.pixels, operation.mode);
      return still(operation.ids);
    case 'smooth-cells':
      smoothCells(recorder, operation.ids, operation.radius, operation.mode);
      return still(operation.ids);
    case 'fill-holes':
      fillCellHoles(recorder, operation.ids, 0);
      return still(operation.ids);
    case 'holes-to-nuclei':
      fillCellHoles(recorder, operation.ids, 1);
      return still(operation.ids);
    case 'nuclei-from-cells':
      makeNuclei(recorder, operation.ids, operation.pixels);
      return still(operation.ids);
    case 'delete-nuclei':
      for (const id of operation.ids) {
        eachPixelOf(recorder, id, (x, y) => recorder.setNucleus(x, y, 0));
      }
      return still(operation.ids);
    case 'delete-small': {
      const small = shapes.ids().filter((id) => shapes.areaOf(id) < operation.area);
      deleteCells(recorder, small);
      return still([]);
    }
    case 'relabel-cell': {
      const { id, to } = operation;
      eachPixelOf(recorder, id, (x, y, at) => recorder.write(x, y, to, painting.nuclei[at]));
      return { cameFrom: new Map([[to, id]]), selection: [to] };
    }
    case 'renumber':
      return { cameFrom: renumberCells(recorder), selection: [] };
    case 'clear':
      deleteCells(recorder, shapes.ids());
      return still([]);
    case 'replace':
      replacePainting(recorder, operation.painting);
      return still([]);
  }
}

/**
 * Does an operation through a recorder. No operation looks beyond the boxes of its cells, but for `flood-fill` (its
 * region), `renumber` and `replace` (the map), and the list of ids in use where new ones are needed.
 * @throws CytoForgeError `bad-image` when ids run out; the recorder can take back what was done so far.
 */
export function applyOperation(
  recorder: StrokeRecorder,
  operation: PaintOperation,
): OperationResult {
  const { cameFrom, selection } = inOrder(recorder, operation);
  const there = selection.filter((id) => recorder.shapes.areaOf(id) > 0);
  return {
    changed: recorder.takeChanged(),
    cameFrom,
    selection: [...new Set(there)].sort((a, b) => a - b),
  };
}
