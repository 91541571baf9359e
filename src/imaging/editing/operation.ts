import type { MapPoint } from './brush.ts';
import type { CellClip } from './cell-clip.ts';
import type { Painting } from './painting.ts';
import type { PixelBox } from './pixel-box.ts';
import type { CellPlacement } from './place-cells.ts';
import type { Ink, WriteMode } from './write-ink.ts';

/** Everything that changes a painting at once; strokes of a brush are `paintSegment`. */
export type PaintOperation =
  /** Inside by the even-odd rule, at the middle of pixels. */
  | { kind: 'fill-polygon'; points: readonly MapPoint[]; ink: Ink; mode: WriteMode }
  | { kind: 'fill-rectangle'; box: PixelBox; ink: Ink; mode: WriteMode }
  | { kind: 'fill-ellipse'; box: PixelBox; ink: Ink; mode: WriteMode }
  /** The connected pixels (four neighbours) that are like the one at the point. */
  | { kind: 'flood-fill'; x: number; y: number; ink: Ink; mode: WriteMode }
  | { kind: 'place-cells'; ids: readonly number[]; placement: CellPlacement; mode: WriteMode }
  | { kind: 'duplicate-cells'; ids: readonly number[]; dx: number; dy: number; mode: WriteMode }
  | { kind: 'delete-cells'; ids: readonly number[] }
  /** The clip's upper left corner goes to the point. */
  | { kind: 'paste-cells'; clip: CellClip; x: number; y: number; mode: WriteMode }
  /** Cuts cells (null: all that are crossed) along a line of one pixel. */
  | { kind: 'cut-cells'; ids: readonly number[] | null; points: readonly MapPoint[] }
  | { kind: 'merge-cells'; ids: readonly number[] }
  | { kind: 'split-cells'; ids: readonly number[] }
  /** Negative pixels shrink. */
  | { kind: 'grow-cells'; ids: readonly number[]; pixels: number; mode: WriteMode }
  | { kind: 'smooth-cells'; ids: readonly number[]; radius: number; mode: WriteMode }
  | { kind: 'fill-holes'; ids: readonly number[] }
  /** Holes of rings become the nuclei of their cells. */
  | { kind: 'holes-to-nuclei'; ids: readonly number[] }
  /** A copy of the cell, smaller by so many pixels. */
  | { kind: 'nuclei-from-cells'; ids: readonly number[]; pixels: number }
  | { kind: 'delete-nuclei'; ids: readonly number[] }
  /** Parts of cells in several pieces become cells of their own. */
  | { kind: 'separate-pieces'; ids: readonly number[] }
  | { kind: 'delete-small'; area: number }
  /** Gives a cell another id; what had that id becomes one with it. */
  | { kind: 'relabel-cell'; id: number; to: number }
  /** Ids 1 … n in raster order. */
  | { kind: 'renumber' }
  | { kind: 'clear' }
  /** Another painting of the same size in place of this one. */
  | { kind: 'replace'; painting: Painting };

/** What an operation did besides pixels. */
export interface OperationResult {
  /** Null when nothing changed. */
  changed: PixelBox | null;
  /** By new id the one it came from: parts of a cut, duplicates, what was pasted (ids of the clip), new numbers. */
  cameFrom: ReadonlyMap<number, number>;
  /** What a person would go on with: the cells made or changed. */
  selection: readonly number[];
}
