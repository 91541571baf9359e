import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { useExtent } from '../stage/use-extent.ts';
import { useSurface } from './explore-state.ts';
import { type SeedSequence, seedsBetween } from './seed-sequence.ts';
import { SeedThumbnail } from './seed-thumbnail.tsx';
import { useEndlessLines } from './use-endless-lines.ts';
import { useGridKeys } from './use-grid-keys.ts';

/** Width and height of a cell with its gap and, below the picture, its number. */
const CELL = { strip: { width: 98, height: 112 }, grid: { width: 112, height: 128 } };
/** Room of the number below a picture. */
const NUMBER_HEIGHT = 18;
/** Rest before the newly visible seeds are asked for, so that a fast scroll asks for none between. */
const SCROLL_REST_MS = 80;
/** Seeds beyond the visible ones that are made when nothing else is to do. */
const LOOK_AHEAD = 24;

/**
 * Thumbnails of seeds, in one line that scrolls sideways or as a grid; only what is seen is there.
 * @param props.onShow Told the first and the last place of the sequence that are on screen.
 */
export function SeedList(props: {
  seeds: SeedSequence;
  layout: 'strip' | 'grid';
  onShow(first: number, last: number): void;
}) {
  const { t } = useTranslation();
  const { seeds, layout, onShow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const extent = useExtent(scroller);
  const seed = useStudio((state) => state.view.seed);
  const reveal = useSurface((surface) => surface.reveal);
  const showSeeds = useStudio((state) => state.showSeeds);
  const isStrip = layout === 'strip';
  const columns = isStrip ? 1 : Math.max(1, Math.floor(extent.width / CELL.grid.width));
  const cell = isStrip ? CELL.strip : fillingCell(extent.width, columns);
  const place = seeds.indexOf(seed);
  const { shown, onScreen, length, scrollTo } = useEndlessLines({
    scroller,
    total: Math.ceil(seeds.count / columns),
    start: Math.floor(Math.max(0, place) / columns),
    size: isStrip ? cell.width : cell.height,
    horizontal: isStrip,
    overscan: isStrip ? 4 : 1,
    layout: `${columns} ${seeds.count}`,
  });
  useGridKeys(isStrip ? null : { seeds, columns });

  const seedsOfLines = (from: number, to: number) =>
    seedsBetween(seeds, from * columns, (to + 1) * columns);
  const made = shown.length === 0 ? [] : seedsOfLines(shown[0].line, shown[shown.length - 1].line);
  const visible = onScreen ? seedsOfLines(onScreen.first, onScreen.last) : [];
  // One stop for Tab: a list that makes its cells as it scrolls would never let the focus through.
  const tabStop = visible.includes(seed) ? seed : visible[visible.length >> 1];

  const visibleKey = visible.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `visible` is a new array on every render, its key is not
  useEffect(() => {
    if (visible.length === 0 || !onScreen) return;
    onShow(visible[0], visible[visible.length - 1]);
    const next = (onScreen.last + 1) * columns;
    const ask = () =>
      showSeeds(visible, [...seedsBetween(seeds, next, next + LOOK_AHEAD), ...made]);
    const timer = setTimeout(ask, SCROLL_REST_MS);
    return () => clearTimeout(timer);
  }, [visibleKey, showSeeds, onShow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of seed moves the list, not a scroll
  useEffect(() => {
    if (place >= 0) scrollTo(Math.floor(place / columns));
    const list = scroller.current;
    if (list?.contains(document.activeElement)) {
      list.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
    }
  }, [seed, seeds, columns, reveal]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll
    <div
      ref={scroller}
      className={`seed-list ${layout}`}
      data-testid="grid"
      role="group"
      aria-label={t('grid.title')}
      onWheel={isStrip ? scrollSideways : undefined}
    >
      <div style={isStrip ? { width: length, height: '100%' } : { height: length }}>
        {shown.map(({ line, offset }) =>
          seedsBetween(seeds, line * columns, (line + 1) * columns).map((each, column) => (
            <div
              key={each}
              className="seed-cell"
              style={{
                width: cell.width,
                height: cell.height,
                transform: isStrip
                  ? `translateX(${offset}px)`
                  : `translate(${column * cell.width}px, ${offset}px)`,
              }}
            >
              <SeedThumbnail seed={each} tabStop={each === tabStop} />
            </div>
          )),
        )}
      </div>
    </div>
  );
}

/** A wheel that turns only up and down moves the strip too. */
function scrollSideways(event: React.WheelEvent<HTMLElement>): void {
  if (event.deltaX === 0 && !event.shiftKey) event.currentTarget.scrollLeft += event.deltaY;
}

function fillingCell(width: number, columns: number): { width: number; height: number } {
  if (width === 0) return CELL.grid;
  const side = Math.floor(width / columns);
  return { width: side, height: side + NUMBER_HEIGHT };
}
