import { useEffect, useRef, useState } from 'react';
import type { SheetItem } from '../../pipeline/sheet-sample.ts';
import type { SheetSource } from '../../store/dataset-slice.ts';
import { useStudio } from '../../store/studio-store.ts';

/** Samples in a part of a sheet, as the workers hand them out. */
export const PER_PART = 16;
/** Parts kept; beyond them the longest unseen goes. */
const MOST_PARTS = 80;

/**
 * The pictures of the parts in view, asked for as they come into view and again while they fill.
 * @param set Names the set: another one starts afresh.
 * @param done Samples that are finished.
 * @param visible Numbers of the parts in view.
 */
export function useSheetParts(
  source: SheetSource,
  set: string,
  done: number,
  visible: readonly number[],
): (index: number) => SheetItem | null {
  const [parts, setParts] = useState<ReadonlyMap<number, SheetItem[]>>(new Map());
  // Of each part, how many samples were finished when it was asked for last.
  const asked = useRef(new Map<number, number>());
  const shown = useRef(set);

  useEffect(() => {
    if (shown.current !== set) {
      shown.current = set;
      asked.current = new Map();
      setParts(new Map());
    }
    for (const part of visible) {
      const finished = Math.min(PER_PART, done - part * PER_PART);
      if (finished <= 0 || (asked.current.get(part) ?? 0) >= finished) continue;
      asked.current.set(part, finished);
      void useStudio
        .getState()
        .sheetPart(source, part)
        .then((items) => {
          if (shown.current !== set || items.length === 0) return;
          setParts((before) => keepPart(before, part, items, asked.current));
        });
    }
  }, [source, set, done, visible]);

  return (index) =>
    parts.get(Math.floor(index / PER_PART))?.find((item) => item.index === index) ?? null;
}

function keepPart(
  parts: ReadonlyMap<number, SheetItem[]>,
  part: number,
  items: SheetItem[],
  asked: Map<number, number>,
): ReadonlyMap<number, SheetItem[]> {
  const next = new Map(parts);
  next.delete(part);
  next.set(part, items);
  for (const oldest of next.keys()) {
    if (next.size <= MOST_PARTS) break;
    next.delete(oldest);
    asked.delete(oldest);
  }
  return next;
}
