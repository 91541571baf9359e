import type { StrokeDelta } from '../../imaging/editing/stroke-delta.ts';

/** Bytes of unpacked strokes that are held: enough for quick steps back, whatever the length of the history. */
const MOST_BYTES = 24 * 2 ** 20;

const bytesOf = (delta: StrokeDelta) =>
  delta.reduce((sum, { before }) => sum + 6 * before.labels.length, 0);

/** The strokes used last, by index. */
export interface RecentStrokes {
  put(index: number, delta: StrokeDelta): void;
  get(index: number): StrokeDelta | undefined;
  drop(index: number): void;
}

/** Holds so many bytes of them, and one at least. */
export function createRecentStrokes(mostBytes = MOST_BYTES): RecentStrokes {
  const strokes = new Map<number, StrokeDelta>();
  let bytes = 0;
  function drop(index: number): void {
    const delta = strokes.get(index);
    if (!delta) return;
    strokes.delete(index);
    bytes -= bytesOf(delta);
  }
  return {
    drop,
    put(index, delta) {
      drop(index);
      strokes.set(index, delta);
      bytes += bytesOf(delta);
      for (const oldest of strokes.keys()) {
        if (bytes <= mostBytes || strokes.size === 1) break;
        drop(oldest);
      }
    },
    get(index) {
      const delta = strokes.get(index);
      if (!delta) return undefined;
      strokes.delete(index);
      strokes.set(index, delta);
      return delta;
    },
  };
}
