import { useEffect } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';
import { setSurface } from './explore-state.ts';
import type { SeedSequence } from './seed-sequence.ts';

/** Rows that Page up and Page down go. */
const PAGE = 5;

const ROWS: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -PAGE,
  PageDown: PAGE,
};

/** The place `rows` further in a grid, within the sequence; the column stays. */
export function placeInGrid(place: number, rows: number, columns: number, count: number): number {
  if (place < 0) return 0;
  const to = place + rows * columns;
  if (to < 0) return place % columns;
  if (to < count) return to;
  const lastRow = Math.floor((count - 1) / columns) * columns;
  return Math.min(count - 1, lastRow + (place % columns));
}

/** Up and down in the grid, and Enter to open the seed; left and right hold everywhere. */
export function useGridKeys(grid: { seeds: SeedSequence; columns: number } | null): void {
  const seeds = grid?.seeds;
  const columns = grid?.columns ?? 1;
  useEffect(() => {
    if (!seeds) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!isForWorkspace(event)) return;
      const { view, updateView } = useStudio.getState();
      const onControl = event.target instanceof Element && event.target.closest('button');
      if (event.key === 'Enter' && !onControl) setSurface({ gridOpen: false });
      else if (event.key in ROWS) {
        const place = placeInGrid(seeds.indexOf(view.seed), ROWS[event.key], columns, seeds.count);
        updateView({ seed: seeds.at(place), blend: [] });
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [seeds, columns]);
}
