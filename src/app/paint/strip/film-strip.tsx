import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { PixelCanvas } from '../../stage/pixel-canvas.tsx';
import { setPaintSurface, usePaintSurface } from '../paint-surface.ts';
import { EditsThumbnail } from './edits-thumbnail.tsx';
import {
  isOpen,
  nameOfSample,
  openStripSample,
  type StripSample,
  useStripSamples,
} from './strip-samples.ts';
import './film-strip.css';

/** Width of a picture with its gap. */
const CELL_WIDTH = 90;
/** Rest before the newly visible seeds are asked for. */
const SCROLL_REST_MS = 80;

/** The other samples: a click opens one, cells are dropped on them. */
export function FilmStrip() {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const samples = useStripSamples();
  const paintKey = useStudio((state) => state.paint.key);
  const view = useStudio((state) => state.view);
  const { size, dropped } = view;
  useEffect(() => {
    if (dropped === '') setPaintSurface({ seedSize: size });
  }, [size, dropped]);
  const showSeeds = useStudio((state) => state.showSeeds);
  const virtualizer = useVirtualizer({
    count: samples.length,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_WIDTH,
    getItemKey: (index) => samples[index].id,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const current = samples.findIndex((sample) => isOpen(sample, paintKey, view));
  const visible = items.flatMap(({ index }) => (samples[index].kept ? [] : [samples[index].seed]));
  const visibleKey = visible.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `visible` is a new array on every render, its key is not
  useEffect(() => {
    const timer = setTimeout(() => showSeeds(visible), SCROLL_REST_MS);
    return () => clearTimeout(timer);
  }, [visibleKey, showSeeds]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another sample moves the strip, not a scroll
  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current]);
  const tabStop = items.some(({ index }) => index === current) ? current : items[0]?.index;

  return (
    <nav className="film-strip" aria-label={t('paint.strip.title')} data-testid="paint-strip">
      <div className="film-scroll" ref={scroller}>
        <div className="film-track" style={{ width: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, key }) => (
            <div key={key} className="film-cell" style={{ transform: `translateX(${start}px)` }}>
              <FilmFrame
                sample={samples[index]}
                isCurrent={index === current}
                tabIndex={index === tabStop ? 0 : -1}
              />
            </div>
          ))}
        </div>
      </div>
    </nav>
  );
}

/** Arrows go from picture to picture. */
function focusBeside(from: HTMLElement, by: 1 | -1): void {
  const all = [...(from.closest('.film-track')?.querySelectorAll<HTMLElement>('button') ?? [])];
  const left = (element: HTMLElement) => element.getBoundingClientRect().left;
  all.sort((a, b) => left(a) - left(b));
  const next = all[all.indexOf(from) + by];
  next?.focus();
  next?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

function FilmFrame(props: { sample: StripSample; isCurrent: boolean; tabIndex: number }) {
  const { sample, isCurrent } = props;
  const { t } = useTranslation();
  const image = useStudio((state) => state.thumbnails.get(sample.seed)?.image ?? null);
  const status = useStudio((state) => state.thumbnails.get(sample.seed)?.status ?? 'waiting');
  const isTarget = usePaintSurface((surface) => surface.dropTarget === sample.id);
  const name = nameOfSample(sample);
  const edits = sample.kept?.recipe.edits;
  const label = [t('paint.strip.open', { name }), edits && t('paint.strip.edited')];
  return (
    <button
      type="button"
      className="film-frame"
      tabIndex={props.tabIndex}
      aria-current={isCurrent}
      aria-label={label.filter(Boolean).join(', ')}
      title={isTarget ? t('paint.strip.dropCell', { name }) : undefined}
      data-strip-sample={isCurrent ? undefined : sample.id}
      data-testid={`strip-${sample.id}`}
      data-status={edits ? 'done' : status}
      data-target={isTarget}
      onClick={() => openStripSample(sample.id)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        focusBeside(event.currentTarget, event.key === 'ArrowLeft' ? -1 : 1);
      }}
    >
      <span className="film-picture">
        {edits ? (
          <EditsThumbnail edits={edits} />
        ) : (
          image && <PixelCanvas image={image} label="" smooth />
        )}
        {edits && (
          <span className="film-badge">
            {t(sample.kept?.origin === 'seed' ? 'paint.strip.edited' : 'paint.strip.file')}
          </span>
        )}
      </span>
      <span className="film-name number">{sample.kept?.name || sample.seed}</span>
    </button>
  );
}
