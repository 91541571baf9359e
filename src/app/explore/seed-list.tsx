import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { useExtent } from '../stage/use-extent.ts';
import { SeedThumbnail } from './seed-thumbnail.tsx';

/** Width and height of a cell with its gap and, below the picture, its number. */
const CELL = { strip: { width: 98, height: 112 }, grid: { width: 112, height: 128 } };
/** Room of the number below a picture. */
const NUMBER_HEIGHT = 18;
/** Rest before the newly visible seeds are asked for, so that a fast scroll asks for none between. */
const SCROLL_REST_MS = 80;

/** Thumbnails of seeds, in one line that scrolls sideways or as a grid; only what is seen is there. */
export function SeedList({ seeds, layout }: { seeds: number[]; layout: 'strip' | 'grid' }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const extent = useExtent(scroller);
  const seed = useStudio((state) => state.view.seed);
  const showSeeds = useStudio((state) => state.showSeeds);
  const columns = layout === 'strip' ? 1 : Math.max(1, Math.floor(extent.width / CELL.grid.width));
  const cell = layout === 'strip' ? CELL.strip : fillingCell(extent.width, columns);

  const virtualizer = useVirtualizer({
    count: Math.ceil(seeds.length / columns),
    horizontal: layout === 'strip',
    getScrollElement: () => scroller.current,
    estimateSize: () => (layout === 'strip' ? cell.width : cell.height),
    overscan: layout === 'strip' ? 4 : 1,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size of cell needs all to be laid out again
  useLayoutEffect(() => virtualizer.measure(), [cell.width]);
  const lines = virtualizer.getVirtualItems();
  const visible = lines.flatMap(({ index }) => seeds.slice(index * columns, (index + 1) * columns));

  // One stop for Tab: a list that makes its cells as it scrolls would never let the focus through.
  const tabStop = visible.includes(seed) ? seed : visible[visible.length >> 1];

  const visibleKey = visible.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `visible` is a new array on every render, its key is not
  useEffect(() => {
    const timer = setTimeout(() => showSeeds(visible), SCROLL_REST_MS);
    return () => clearTimeout(timer);
  }, [visibleKey, showSeeds]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of seed moves the list, not a scroll
  useEffect(() => {
    const at = seeds.indexOf(seed);
    if (at >= 0) virtualizer.scrollToIndex(Math.floor(at / columns), { align: 'auto' });
    const list = scroller.current;
    if (list?.contains(document.activeElement)) {
      list.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
    }
  }, [seed, seeds, columns]);

  const size = virtualizer.getTotalSize();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll
    <div
      ref={scroller}
      className={`seed-list ${layout}`}
      data-testid="grid"
      role="group"
      aria-label={t('grid.title')}
    >
      <div style={layout === 'strip' ? { width: size, height: '100%' } : { height: size }}>
        {lines.map((line) =>
          seeds.slice(line.index * columns, (line.index + 1) * columns).map((shown, column) => (
            <div
              key={shown}
              className="seed-cell"
              style={{
                width: cell.width,
                height: cell.height,
                transform:
                  layout === 'strip'
                    ? `translateX(${line.start}px)`
                    : `translate(${column * cell.width}px, ${line.start}px)`,
              }}
            >
              <SeedThumbnail seed={shown} tabStop={shown === tabStop} />
            </div>
          )),
        )}
      </div>
    </div>
  );
}

function fillingCell(width: number, columns: number): { width: number; height: number } {
  if (width === 0) return CELL.grid;
  const side = Math.floor(width / columns);
  return { width: side, height: side + NUMBER_HEIGHT };
}
