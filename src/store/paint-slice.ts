import type { Brush, StrokePoint } from '../imaging/editing/brush.ts';
import type { PaintOperation } from '../imaging/editing/operation.ts';
import type { PixelBox } from '../imaging/editing/pixel-box.ts';
import { createPaintDesk } from './painting/paint-desk.ts';
import type { PaintPixels, PaintState } from './painting/paint-state.ts';
import type { SliceContext } from './slice-context.ts';

/** How ids join the selection. */
export type SelectMode = 'replace' | 'add' | 'toggle';

/** Editing the label map of the sample in view. */
export interface PaintSlice {
  paint: PaintState;
  /** The live pixels; null while none are open. */
  paintPixels(): PaintPixels | null;
  /**
   * Tells of every change of pixels at once, at pointer speed; a change of painting is the whole box of the new one.
   * @returns Ends it.
   */
  onPaintChange(listener: (box: PixelBox) => void): () => void;
  /** Opens the painting of the sample in view, and follows the view from then on, until `closePainting`. */
  openPainting(): Promise<void>;
  /** Stops following; what is painted is kept. */
  closePainting(): Promise<void>;
  /** A stroke begins with a dab; a stroke under way ends. */
  beginStroke(brush: Brush, at: StrokePoint): void;
  /** The next points of the stroke, joined by straight lines. */
  extendStroke(points: readonly StrokePoint[]): void;
  /** Makes it an entry of the history. */
  endStroke(): void;
  /** Takes it back. */
  cancelStroke(): void;
  /** Does an operation, as one entry of the history. Styles of single cells follow their cells. */
  editPainting(operation: PaintOperation): void;
  selectCells(ids: readonly number[], how?: SelectMode): void;
  undoPaint(): Promise<void>;
  redoPaint(): Promise<void>;
  /** @param index Of the entry to go to; 0 is the beginning. */
  jumpInHistory(index: number): Promise<void>;
  /** The selection goes to the clipboard, in this tab and in others. */
  copyCells(): void;
  /** The same, and it is deleted. */
  cutToClipboard(): void;
  /**
   * Puts the clipboard's cells into this painting.
   * @param at Where their middle goes; null for where they were.
   */
  pasteCells(at: { x: number; y: number } | null): Promise<void>;
  /** Masks or label maps (PNG, TIFF, ZIP) as samples of their own; the first is opened. */
  openMaskFiles(files: File[]): Promise<void>;
  /** Downloads the ids as a 16-bit PNG. */
  saveLabelMap(): Promise<void>;
  /** Back to what the generator (or the dropped file) gave; one more entry of the history. */
  revertPainting(): void;
  /** Paints here what another tab has open; that one becomes the one that only looks. */
  claimPainting(): Promise<void>;
}

/** The slice, and what the rest of the studio tells it. */
export function createPaintPart(context: SliceContext): {
  slice: PaintSlice;
  /** The view or its sample changed. */
  follow(): void;
} {
  return createPaintDesk(context);
}
