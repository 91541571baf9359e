import { create } from 'zustand';
import type { PixelBox } from '../../imaging/editing/pixel-box.ts';
import type { CellPlacement } from '../../imaging/editing/place-cells.ts';
import type { SizeRecipe } from '../../pipeline/recipe.ts';
import { FITTED, type Viewport } from '../stage/viewport.ts';
import type { Point } from './canvas/viewing.ts';
import type { ToolName } from './tools/tool-list.ts';

/** How labels and image are shown together. */
export type PaintLayout = 'labels' | 'beside' | 'overlay' | 'blink' | 'split';

/** In the order that the key goes through them. */
export const PAINT_LAYOUTS: readonly PaintLayout[] = [
  'beside',
  'labels',
  'overlay',
  'blink',
  'split',
];

/** What is on its way and not in the map yet. Points are map points. */
export type Draft =
  | { kind: 'trail'; points: readonly Point[]; closed: boolean; corners: boolean }
  | { kind: 'marquee'; box: PixelBox }
  | {
      kind: 'placing';
      box: PixelBox;
      /** The cells as a picture of the box. */
      ghost: HTMLCanvasElement;
      placement: CellPlacement;
      leavesCopy: boolean;
    };

/** What only the Paint workspace's own surface needs to know. */
interface PaintSurface {
  tool: ToolName;
  /** Strokes go on with this label; null: by the settings. */
  activeLabel: number | null;
  /** Of the label map and of the image beside it. */
  viewport: Viewport;
  layout: PaintLayout;
  /** Ids written into the cells. */
  showsNumbers: boolean;
  /** Map point under the pointer; null when it is elsewhere. */
  hover: Point | null;
  /** The keyboard's pixel; null while the pointer is used. */
  crosshair: Point | null;
  draft: Draft | null;
  /** Space is held: the pointer pans. */
  spaceHeld: boolean;
  /** The sample of the strip over which cells are held. */
  dropTarget: string | null;
  /** Size of the seeds' samples, while a dropped map with its own is open; null before a seed was. */
  seedSize: SizeRecipe | null;
  /** What was done last, for those who hear the page. */
  announcement: string;
}

/** The surface state, shared by canvas, palette, inspector and keys. */
export const usePaintSurface = create<PaintSurface>()(() => ({
  tool: 'brush',
  activeLabel: null,
  viewport: FITTED,
  layout: 'beside',
  showsNumbers: false,
  hover: null,
  crosshair: null,
  draft: null,
  spaceHeld: false,
  dropTarget: null,
  seedSize: null,
  announcement: '',
}));

/** Changes the surface. */
export const setPaintSurface = usePaintSurface.setState;

/** Chooses a tool; what the former one had begun is dropped. */
export function chooseTool(tool: ToolName): void {
  setPaintSurface({ tool, draft: null });
}

/** Says something in the workspace's live region. */
export function announce(text: string): void {
  // The same words twice are only read again when the text differs.
  setPaintSurface(({ announcement }) => ({
    announcement: announcement === text ? `${text}\u00a0` : text,
  }));
}
