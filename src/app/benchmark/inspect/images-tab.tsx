import { useMemo } from 'react';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useBenchSurface } from '../bench-surface.ts';
import type { SetRow } from '../results/set-rows.ts';
import { ImageList } from './image-list.tsx';
import { ImageViewer } from './image-viewer.tsx';
import { sortedSamples } from './sorted-samples.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import './inspect.css';

/** Every image with its scores, the worst first, and a closer look at one. */
export function ImagesTab({ set, rows }: { set: BenchmarkSet; rows: readonly SetRow[] }) {
  const chosen = useBenchSurface((surface) => surface.entry);
  const shown = useBenchSurface((surface) => surface.sample);
  const row = rows.find(({ entry }) => entry.id === chosen) ?? rows[0];
  const order = useMemo(() => sortedSamples(row.results), [row.results]);
  const sample = shown !== null && order.includes(shown) ? shown : order[0];
  useViewerKeys(rows, row, order, sample);
  return (
    <>
      <ImageList set={set} row={row} rows={rows} order={order} sample={sample} />
      <ImageViewer set={set} row={row} rows={rows} order={order} sample={sample} />
    </>
  );
}
