import type { Brush, StrokePoint } from '../imaging/editing/brush.ts';
import type { PaintOperation } from '../imaging/editing/operation.ts';
import type { PixelBox } from '../imaging/editing/pixel-box.ts';
import { encodeLabelPng } from '../imaging/encode-png.ts';
import { CLOSED } from './painting/closed-state.ts';
import { openMaskFiles } from './painting/open-mask-files.ts';
import { createPaintChanges } from './painting/paint-changes.ts';
import { createPaintClipboard } from './painting/paint-clipboard.ts';
import type { PaintPixels, PaintState } from './painting/paint-state.ts';
import type { PaintingLocks } from './painting/painting-locks.ts';
import { createPaintingOpening } from './painting/painting-opening.ts';
import { createPaintingView } from './painting/painting-view.ts';
import { revertPainting } from './painting/revert-painting.ts';
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
  revertPainting(): Promise<void>;
  /** Paints here what another tab has open; that one becomes the one that only looks. */
  claimPainting(): Promise<void>;
}

/** The slice, and what the rest of the studio tells it. */
export interface PaintPart {
  slice: PaintSlice;
  /** The view or its sample changed. */
  follow(): void;
}

/** @param locks Which page may paint what. */
export function createPaintPart(context: SliceContext, locks: PaintingLocks): PaintPart {
  const { get, engine } = context;
  const view = createPaintingView(context);
  const changes = createPaintChanges(context, view);
  const opening = createPaintingOpening(context, view, changes, locks);
  const clipboard = createPaintClipboard(context, view, changes);
  // A page that goes away may never come back.
  globalThis.addEventListener?.('pagehide', () => void opening.flush());
  globalThis.document?.addEventListener('visibilitychange', () => void opening.flush());

  const slice: PaintSlice = {
    paint: CLOSED,
    paintPixels: () => view.open?.pixels ?? null,
    onPaintChange: view.listen,
    openPainting: opening.start,
    closePainting: opening.stop,
    beginStroke: changes.begin,
    extendStroke: changes.extend,
    endStroke: changes.end,
    cancelStroke: changes.cancel,
    editPainting: (operation) => changes.edit(operation),
    selectCells(ids, how = 'replace') {
      const wanted = new Set(how === 'replace' ? [] : get().paint.selection);
      for (const id of ids) {
        if (how === 'toggle' && wanted.has(id)) wanted.delete(id);
        else if (view.open && view.open.shapes.areaOf(id) > 0) wanted.add(id);
      }
      view.patch({ selection: [...wanted].sort((a, b) => a - b) });
    },
    undoPaint: () => changes.jump((view.open?.history.position ?? 0) - 1),
    redoPaint: () => changes.jump((view.open?.history.position ?? 0) + 1),
    jumpInHistory: changes.jump,
    copyCells: clipboard.copy,
    cutToClipboard() {
      clipboard.copy();
      changes.edit({ kind: 'delete-cells', ids: get().paint.selection });
    },
    pasteCells: async (at) => clipboard.paste(at),
    openMaskFiles: (files) => openMaskFiles(context, view, files),
    async saveLabelMap() {
      changes.end();
      if (!view.open) return;
      const { width, height, labels } = view.open.painting;
      const png = encodeLabelPng({ width, height, data: labels });
      const { seed, dropped } = get().view;
      const name = dropped === '' ? `seed${String(seed).padStart(4, '0')}` : dropped;
      engine.download(
        new Blob([png], { type: 'image/png' }),
        `${name.replace(/\.[^.]*$/, '')}-labels.png`,
      );
    },
    revertPainting: () => revertPainting(context, view, changes),
    claimPainting: opening.claim,
  };
  return { slice, follow: opening.follow };
}
