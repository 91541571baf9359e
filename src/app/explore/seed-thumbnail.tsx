import { Pin, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { ThumbnailStar } from '../favourites/thumbnail-star.tsx';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';
import { setSurface } from './explore-state.ts';

/** One seed of the grid: its mask, its number, and the pin. `tabStop`: Tab comes here. */
export const SeedThumbnail = memo(function SeedThumbnail(props: {
  seed: number;
  tabStop: boolean;
}) {
  const { seed } = props;
  const tabIndex = props.tabStop ? 0 : -1;
  const { t } = useTranslation();
  // Two plain values: a moving slider makes new entries that say the same.
  const status = useStudio((state) => state.thumbnails.get(seed)?.status ?? 'waiting');
  const image = useStudio((state) => state.thumbnails.get(seed)?.image ?? null);
  // A blend goes by the name of a seed without being it.
  const selected = useStudio(({ view }) => view.seed === seed && view.blend.length === 0);
  const pinned = useStudio((state) => state.view.pinned.includes(seed));
  const { updateView, pin, unpin, pointAtSeed } = useStudio.getState();
  const show = () => updateView({ seed, blend: [] });
  const open = () => {
    show();
    setSurface({ gridOpen: false });
  };
  return (
    <div className="thumb" data-selected={selected} data-pinned={pinned}>
      <button
        type="button"
        className="thumb-image"
        tabIndex={tabIndex}
        data-testid={`thumbnail-${seed}`}
        data-status={status}
        aria-current={selected}
        aria-label={t('grid.show', { seed })}
        onClick={show}
        onDoubleClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          open();
        }}
        onPointerEnter={() => pointAtSeed(seed)}
        onPointerLeave={() => pointAtSeed(null)}
      >
        {image && <PixelCanvas image={image} label="" smooth />}
        {status === 'failed' && (
          <span className="thumb-failed" title={t('grid.failed')}>
            <TriangleAlert aria-hidden />
          </span>
        )}
      </button>
      <button
        type="button"
        className="thumb-pin"
        tabIndex={tabIndex}
        data-testid={`pin-${seed}`}
        aria-pressed={pinned}
        aria-label={t(pinned ? 'grid.unpin' : 'grid.pin', { seed })}
        onClick={() => (pinned ? unpin(seed) : pin(seed))}
      >
        <Pin aria-hidden />
      </button>
      <ThumbnailStar seed={seed} tabIndex={tabIndex} />
      <span className="thumb-seed number" aria-hidden>
        {seed}
      </span>
    </div>
  );
});
