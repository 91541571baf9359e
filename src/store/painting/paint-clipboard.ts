import { type CellClip, clipCells } from '../../imaging/editing/cell-clip.ts';
import { boxOfCells } from '../../imaging/editing/place-cells.ts';
import type { SliceContext } from '../slice-context.ts';
import type { PaintChanges } from './paint-changes.ts';
import type { PaintingView } from './painting-view.ts';

const CHANNEL = 'cytoforge clipboard';

/** Cells on their way from one painting to another, in this page and to others of this browser. */
export interface PaintClipboard {
  copy(): void;
  /** @param at Where their middle goes; null for where they were. */
  paste(at: { x: number; y: number } | null): void;
}

function countOf({ labels }: CellClip): number {
  const ids = new Set(labels);
  ids.delete(0);
  return ids.size;
}

/** What is copied in one page can be pasted in every other that was open then. */
export function createPaintClipboard(
  { get }: SliceContext,
  view: PaintingView,
  changes: PaintChanges,
): PaintClipboard {
  let clip: CellClip | null = null;
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  const take = (taken: CellClip) => {
    clip = taken;
    view.patch({ clipboard: countOf(taken) });
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<CellClip>) => take(data));
  // In Node an open channel keeps the process alive.
  (channel as { unref?(): void } | null)?.unref?.();

  return {
    copy() {
      changes.end();
      const ids = new Set(get().paint.selection);
      const box = view.open && boxOfCells(view.open, [...ids]);
      if (!view.open || !box) return;
      const { byInstance } = get().view.style;
      const styles = Object.entries(byInstance).filter(([id]) => ids.has(Number(id)));
      const cells = clipCells(view.open.painting, box, [...ids]);
      take({ ...cells, styles: Object.fromEntries(styles) });
      channel?.postMessage(clip);
    },
    paste(at) {
      if (!clip || !view.open) return;
      const { box, styles } = clip;
      const { width, height } = view.open.painting;
      // What would lie beyond a smaller map goes to its middle.
      const isBeyond = box.x >= width || box.y >= height;
      const to = at ?? (isBeyond ? { x: width / 2, y: height / 2 } : null);
      const x = to ? Math.round(to.x - box.width / 2) : box.x;
      const y = to ? Math.round(to.y - box.height / 2) : box.y;
      changes.edit({ kind: 'paste-cells', clip, x, y, mode: 'overwrite' }, styles);
    },
  };
}
