/** One tile of an image: its corner, and how it is turned before the network sees it. */
export interface CellposeTile {
  top: number;
  left: number;
  flipY: boolean;
  flipX: boolean;
}

/** All tiles of an image, of one size. */
export interface TilePlan {
  width: number;
  height: number;
  tiles: CellposeTile[];
}

export interface TilingOptions {
  /** Longest side of a tile in pixels. */
  side: number;
  /** Share of a tile that neighbours have in common, 0.05 to 0.5. */
  overlap: number;
  /** Overlap by half, and turn tiles like a chessboard. */
  augment: boolean;
}

/** Where tiles of `side` start along an axis, evenly spread from one end to the other. */
function starts(length: number, { side, overlap, augment }: TilingOptions): number[] {
  const few = length <= side ? 1 : Math.ceil(((1 + 2 * overlap) * length) / side);
  const count = augment ? Math.max(2, Math.ceil((2 * length) / side)) : few;
  const room = Math.max(0, length - side);
  const step = room / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, i) => (i + 1 === count ? room : Math.floor(i * step)));
}

/**
 * Where the network looks at an image, row by row (`transforms.make_tiles`, spec 1.3). A single tile starts at 0;
 * a side shorter than a tile's is taken whole.
 */
export function planTiles(width: number, height: number, options: TilingOptions): TilePlan {
  const columns = starts(width, options);
  const rows = starts(height, options);
  const tiles = rows.flatMap((top, row) =>
    columns.map((left, column) => ({
      top,
      left,
      flipY: options.augment && column % 2 === 1,
      flipX: options.augment && row % 2 === 1,
    })),
  );
  const { side } = options;
  return { width: Math.min(side, width), height: Math.min(side, height), tiles };
}
