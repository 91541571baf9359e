import { CellShapes } from '../../imaging/editing/cell-shapes.ts';
import type { Painting } from '../../imaging/editing/painting.ts';
import type { MaskEdits } from '../../pipeline/recipe.ts';
import { editsOfLabels } from '../../pipeline/truth-of-edits.ts';
import type { PaintPixels } from './paint-state.ts';
import type { StrokeHistory } from './stroke-history.ts';

/** A painting that is open in this page. */
export interface OpenPainting {
  /** Names its sample. */
  key: string;
  painting: Painting;
  shapes: CellShapes;
  history: StrokeHistory;
  /** What the generator (or the dropped file) gave; null where only its edits are known. */
  origin: MaskEdits | null;
  pixels: PaintPixels;
}

/** The pixels as the page may read them. */
export function pixelsOf(painting: Painting, shapes: CellShapes): PaintPixels {
  const { width, height, labels, nuclei } = painting;
  return {
    width,
    height,
    labels,
    nuclei,
    ids: () => shapes.ids(),
    cell(id) {
      const box = shapes.boxOf(id);
      const centroid = shapes.centroidOf(id);
      return box && centroid && { id, area: shapes.areaOf(id), box, centroid };
    },
    idAt(x, y) {
      const column = Math.floor(x);
      const row = Math.floor(y);
      const isInside = column >= 0 && row >= 0 && column < width && row < height;
      return isInside ? labels[row * width + column] : 0;
    },
    idsIn: (box) => shapes.idsNear(box),
  };
}

/** A painting as a recipe keeps it. */
export function editsOfPainting({ width, height, labels, nuclei }: Painting): MaskEdits {
  return editsOfLabels(
    { width, height, data: labels },
    { width, height, channels: 1, data: nuclei },
  );
}

/** Opens pixels for painting; scans them once. */
export function openPaintingOf(
  key: string,
  painting: Painting,
  origin: MaskEdits | null,
  history: StrokeHistory,
): OpenPainting {
  const shapes = new CellShapes(painting);
  return { key, painting, shapes, history, origin, pixels: pixelsOf(painting, shapes) };
}
