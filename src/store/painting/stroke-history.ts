import type { StrokeDelta } from '../../imaging/editing/stroke-delta.ts';
import type { HistoryEntry } from './paint-state.ts';

/** The strokes of a painting, and which of them its pixels show. */
export interface StrokeHistory {
  readonly entries: readonly HistoryEntry[];
  /** Index of the entry that the pixels are at; 0 is before the first. */
  readonly position: number;
  /** Adds an entry after the current one; those that were undone are gone. */
  record(entry: Omit<HistoryEntry, 'index'>, delta: StrokeDelta): void;
  /** What an entry changed. */
  deltaOf(index: number): Promise<StrokeDelta>;
  /** Says that the pixels are at another entry now. */
  moveTo(index: number): void;
}

/** A history of this page alone. */
export function createStrokeHistory(): StrokeHistory {
  let entries: HistoryEntry[] = [];
  let position = 0;
  const deltas = new Map<number, StrokeDelta>();
  return {
    get entries() {
      return entries;
    },
    get position() {
      return position;
    },
    record(entry, delta) {
      position += 1;
      entries = [...entries.slice(0, position - 1), { ...entry, index: position }];
      deltas.set(position, delta);
    },
    async deltaOf(index) {
      return deltas.get(index) ?? [];
    },
    moveTo(index) {
      position = index;
    },
  };
}
