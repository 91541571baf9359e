import { useEffect } from 'react';
import { isForWorkspace } from '../../shell/is-for-workspace.ts';
import { setBenchSurface } from '../bench-surface.ts';
import type { SetRow } from '../results/set-rows.ts';

/** The neighbour in a list; the ends stay where they are. */
function neighbour<Item>(list: readonly Item[], current: Item, by: 1 | -1): Item {
  const at = list.indexOf(current) + by;
  return list[Math.min(list.length - 1, Math.max(0, at))];
}

/** Left and right go from image to image, up and down from algorithm to algorithm. */
export function useViewerKeys(
  rows: readonly SetRow[],
  row: SetRow,
  order: readonly number[],
  sample: number,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForWorkspace(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('[role="tablist"]')) return;
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        const by = event.key === 'ArrowRight' ? 1 : -1;
        setBenchSurface({ sample: neighbour(order, sample, by) });
      } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        const next = neighbour(rows, row, event.key === 'ArrowDown' ? 1 : -1);
        setBenchSurface({ entry: next.entry.id, sample });
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [rows, row, order, sample]);
}
