import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetSource } from '../../store/dataset-slice.ts';
import { useExtent } from '../stage/use-extent.ts';
import { SampleDialog } from './sample-dialog.tsx';
import { SheetCell } from './sheet-cell.tsx';
import { PER_PART, useSheetParts } from './use-sheet-parts.ts';

const CELL = 96;
const GAP = 10;
const CAPTION = 20;
const EDGE = 20;

/**
 * The samples of a set as small pictures, of which only those in view are there; a running export fills it in.
 * @param props.set Names the set.
 * @param props.total Samples that there will be; `done` of them are there.
 * @param props.follows Keeps the newest in view until the person scrolls.
 */
export function ContactSheet(props: {
  source: SheetSource;
  set: string;
  total: number;
  done: number;
  follows: boolean;
}) {
  const { source, total, done } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useExtent(scroller);
  const columns = Math.max(2, Math.floor((width - 2 * EDGE + GAP) / (CELL + GAP)));
  const cell = (width - 2 * EDGE + GAP) / columns - GAP;
  const [following, setFollowing] = useState(true);
  const [opened, setOpened] = useState<number | null>(null);
  const rows = useVirtualizer({
    count: width > 0 ? Math.ceil(total / columns) : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => cell + CAPTION + GAP,
    overscan: 2,
    paddingStart: EDGE,
    paddingEnd: EDGE,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are as high as they are wide
  useEffect(() => rows.measure(), [cell]);
  const items = rows.getVirtualItems();
  const first = (items[0]?.index ?? 0) * columns;
  const last = Math.min(total, ((items.at(-1)?.index ?? -1) + 1) * columns) - 1;
  const visible = useMemo(() => {
    const [from, to] = [Math.floor(first / PER_PART), Math.floor(last / PER_PART)];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  }, [first, last]);
  const itemAt = useSheetParts(source, props.set, done, visible);

  const newest = Math.floor(Math.max(0, done - 1) / columns);
  const follows = props.follows && following;
  useEffect(() => {
    if (follows) rows.scrollToIndex(newest, { align: 'auto' });
  }, [follows, newest, rows]);

  return (
    <>
      <div
        className="sheet-scroller"
        ref={scroller}
        data-testid="contact-sheet"
        data-done={done}
        onWheel={() => setFollowing(false)}
        onTouchMove={() => setFollowing(false)}
      >
        <ul
          className="sheet-rows"
          aria-label={t('dataset.sheet')}
          style={{ height: rows.getTotalSize() }}
        >
          {items.flatMap((row) =>
            Array.from({ length: columns }, (_, column) => row.index * columns + column)
              .filter((index) => index < total)
              .map((index) => (
                <SheetCell
                  key={index}
                  index={index}
                  item={index < done ? itemAt(index) : null}
                  isDone={index < done}
                  style={{
                    width: cell,
                    transform: `translate(${EDGE + (index % columns) * (cell + GAP)}px, ${row.start}px)`,
                  }}
                  onOpen={setOpened}
                />
              )),
          )}
        </ul>
      </div>
      {props.follows && !following && (
        <button type="button" className="button small follow" onClick={() => setFollowing(true)}>
          {t('dataset.follow')}
        </button>
      )}
      {opened !== null && (
        <SampleDialog
          source={source}
          set={props.set}
          index={opened}
          count={done}
          onIndex={setOpened}
        />
      )}
    </>
  );
}
