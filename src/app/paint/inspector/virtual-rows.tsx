import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

const ROW_HEIGHT = 28;

/**
 * A list of rows of one height of which any may be active, however many there are. The list has the focus, the active
 * row is named by it; arrows, Home and End move.
 */
export function VirtualRows(props: {
  label: string;
  testId: string;
  count: number;
  /** Index of the row that is chosen; -1 for none. */
  active: number;
  row(index: number): { key: string | number; className?: string; content: ReactNode };
  onActivate(index: number): void;
}) {
  const { count, active } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another active row scrolls
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [active]);
  const idOf = (index: number) => `${props.testId}-${index}`;
  const move = (to: number) => props.onActivate(Math.min(count - 1, Math.max(0, to)));
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active < 0 ? 0 : active - 1,
    Home: 0,
    End: count - 1,
    PageDown: active + 8,
    PageUp: active - 8,
  };
  return (
    <div
      ref={scroller}
      className="virtual-rows number"
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={active >= 0 ? idOf(active) : undefined}
      tabIndex={0}
      data-testid={props.testId}
      onKeyDown={(event) => {
        if (!Object.hasOwn(moves, event.key) || count === 0) return;
        event.preventDefault();
        move(moves[event.key]);
      }}
    >
      <div style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const { key, className, content } = props.row(index);
          return (
            // The keyboard is the list's.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={key}
              id={idOf(index)}
              role="option"
              aria-selected={index === active}
              aria-setsize={count}
              aria-posinset={index + 1}
              className={className ? `virtual-row ${className}` : 'virtual-row'}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => props.onActivate(index)}
            >
              {content}
            </div>
          );
        })}
      </div>
    </div>
  );
}
