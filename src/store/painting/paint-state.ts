import type { PixelBox } from '../../imaging/editing/pixel-box.ts';
import type { ErrorView } from '../studio-state.ts';
import type { StyleChanges } from './styles-after.ts';

/** One entry of a painting's history. */
export interface HistoryEntry {
  /** From 1; 0 is the painting as it was opened first. */
  index: number;
  /** i18n key `paintHistory.*`. */
  label: string;
  values: Record<string, string | number>;
  /** Milliseconds since 1970. */
  time: number;
  /** Styles of single cells that changed with it; null when none did. */
  styles: StyleChanges | null;
}

/** The painting as panels show it; its pixels are apart, see `PaintPixels`. */
export interface PaintState {
  /** `empty`: no sample in view yet. */
  status: 'empty' | 'opening' | 'ready' | 'failed';
  error: ErrorView | null;
  /** Names the sample (`sampleKey`); empty while none is open. */
  key: string;
  width: number;
  height: number;
  /** Rises whenever pixels changed: after strokes, some ten times a second within them. */
  version: number;
  /** Cells in it. */
  cells: number;
  /** Ids picked for what operations work on; rising. */
  selection: readonly number[];
  /** Id that a new cell gets; null when all are taken. */
  nextLabel: number | null;
  history: {
    /** The oldest first. */
    entries: readonly HistoryEntry[];
    /** Index of the entry that the pixels are at; 0 is before the first. */
    position: number;
  };
  /** Whether it differs from what the generator (or the dropped file) gave. */
  isEdited: boolean;
  /**
   * `own`: changes are kept in the browser. `memory`: they are not (storage is full or forbidden). `elsewhere`: another
   * tab paints it; here it can be looked at until `claimPainting`.
   */
  keeping: 'own' | 'memory' | 'elsewhere';
  /** Cells on the clipboard. */
  clipboard: number;
  /** Files are being read, or pixels are being written. */
  isBusy: boolean;
}

/** One cell as it is now. */
export interface CellFacts {
  id: number;
  /** Pixels. */
  area: number;
  box: PixelBox;
  /** 0 is the middle of the first pixel. */
  centroid: [x: number, y: number];
}

/**
 * The live pixels: changed in place while strokes go on, so read them when drawing and never keep copies of the
 * references beyond `key` and size.
 */
export interface PaintPixels {
  readonly width: number;
  readonly height: number;
  /** Instance ids row by row. */
  readonly labels: Uint16Array<ArrayBuffer>;
  /** 1 in nuclei. */
  readonly nuclei: Uint8Array<ArrayBuffer>;
  /** Ids in use, rising. */
  ids(): number[];
  /** Null when there is no such cell. */
  cell(id: number): CellFacts | null;
  /** Id at a point of the map (0 outside and in the background). */
  idAt(x: number, y: number): number;
  /** Ids of the cells with pixels in a box. */
  idsIn(box: PixelBox): number[];
}
