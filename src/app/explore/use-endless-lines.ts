import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isInside, type LineWindow, windowAround } from './line-window.ts';

interface EndlessLines {
  scroller: RefObject<HTMLDivElement | null>;
  /** Lines there are, up to 2^32. */
  total: number;
  /** The line to begin with. */
  start: number;
  /** Pixels of a line along the scrolling. */
  size: number;
  horizontal: boolean;
  /** Lines made beyond what is seen. */
  overscan: number;
  /** Names what lines are made of; with another name everything begins anew. */
  layout: string;
}

/** A line on screen: which of all it is, and where, in pixels of the laid-out window. */
interface ShownLine {
  line: number;
  offset: number;
}

/**
 * Virtual lines without end: the scroller lays out a window of them, which moves along before its end is seen while
 * what is on screen stays where it is.
 */
export function useEndlessLines(wanted: EndlessLines): {
  shown: ShownLine[];
  /** Lines that are seen, the last included, without those made beyond them; null before they are laid out. */
  onScreen: { first: number; last: number } | null;
  /** Pixels that are laid out. */
  length: number;
  scrollTo(line: number): void;
} {
  const { scroller, total, size, horizontal, layout } = wanted;
  const [held, setHeld] = useState<LineWindow & { layout: string }>(() => ({
    ...windowAround(wanted.start, total),
    layout,
  }));
  // Where the scroller belongs after the next move of the window, in pixels.
  const pending = useRef<number | null>(null);
  let window = held;
  if (held.layout !== layout) {
    window = { ...windowAround(wanted.start, total), layout };
    pending.current = (wanted.start - window.first) * size;
    setHeld(window);
  }

  const virtualizer = useVirtualizer({
    count: window.count,
    horizontal,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: wanted.overscan,
    initialOffset: (wanted.start - window.first) * size,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size needs all to be laid out again
  useLayoutEffect(() => virtualizer.measure(), [size]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the window moves the scroller
  useLayoutEffect(() => {
    if (!scroller.current || pending.current === null) return;
    const offset = pending.current;
    pending.current = null;
    scroller.current[horizontal ? 'scrollLeft' : 'scrollTop'] = offset;
    // The scroll event comes a frame later; until then there would be nothing to see.
    virtualizer.scrollOffset = offset;
    virtualizer.measure();
  }, [window.first, layout]);

  // By the offset itself: on the render after a move, lines are still those of the offset before.
  useEffect(() => {
    const offset = virtualizer.scrollOffset ?? 0;
    const middle = window.first + Math.floor(offset / size);
    if (isInside(window, Math.min(middle, total - 1), total)) return;
    const next = windowAround(middle, total);
    pending.current = offset + (window.first - next.first) * size;
    setHeld({ ...next, layout });
  });

  const items = virtualizer.getVirtualItems();
  const { range } = virtualizer;
  return {
    shown: items.map(({ index, start }) => ({ line: window.first + index, offset: start })),
    onScreen: range && {
      first: window.first + range.startIndex,
      last: window.first + range.endIndex,
    },
    length: virtualizer.getTotalSize(),
    scrollTo(line) {
      if (line >= window.first && line < window.first + window.count) {
        virtualizer.scrollToIndex(line - window.first, { align: 'auto' });
        return;
      }
      const next = windowAround(line, total);
      pending.current = Math.max(0, (line - next.first - 1) * size);
      setHeld({ ...next, layout });
    },
  };
}
