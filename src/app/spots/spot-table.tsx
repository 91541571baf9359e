import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronUp, Download } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spot } from '../../imaging/spots/spot.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { formatNumber } from '../format/quantities.ts';
import { saveSpotTable } from './save-spot-table.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

const ROW_HEIGHT = 26;

/** How many spots there are, and each of them in a table that opens. */
export function SpotTable({ spots }: { spots: readonly Spot[] }) {
  const { t } = useTranslation();
  const open = useSpotsSurface((surface) => surface.tableOpen);
  const seed = useStudio((state) => state.view.seed);
  const outside = spots.filter(({ cell }) => cell === 0).length;
  return (
    <section className="spot-table" aria-label={t('spots.table')} data-open={open}>
      <header>
        <span
          className="number"
          role="status"
          data-testid="spot-count"
          data-count={spots.length}
          data-outside={outside}
        >
          <strong>{t('spots.count', { count: spots.length })}</strong>
          {spots.length > 0 && (
            <span className="soft">{t('spots.outside', { count: outside })}</span>
          )}
        </span>
        <span className="spots-grow" />
        <button
          type="button"
          className="button small quiet"
          disabled={spots.length === 0}
          data-testid="spots-csv"
          onClick={() => saveSpotTable(spots, seed)}
        >
          <Download aria-hidden />
          {t('spots.csv')}
        </button>
        <IconButton
          small
          label={t(open ? 'spots.hideTable' : 'spots.showTable')}
          keys="T"
          icon={open ? <ChevronDown /> : <ChevronUp />}
          aria-expanded={open}
          data-testid="spots-table-toggle"
          onClick={() => setSpotsSurface({ tableOpen: !open })}
        />
      </header>
      {open && <Rows spots={spots} />}
    </section>
  );
}

const COLUMNS = ['x', 'y', 'radius', 'intensity'] as const;

function Rows({ spots }: { spots: readonly Spot[] }) {
  const { t, i18n } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const pointed = useSpotsSurface((surface) => surface.spot);
  const virtualizer = useVirtualizer({
    count: spots.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  return (
    <div className="spot-grid number">
      <div className="spot-line head" aria-hidden>
        <span>#</span>
        {COLUMNS.map((name) => (
          <span key={name}>{t(`spots.column.${name}`)}</span>
        ))}
        <span>{t('spots.column.cell')}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a list of so many rows holds only those that are seen */}
      <div
        ref={scroller}
        className="spot-rows"
        role="group"
        aria-label={t('spots.table')}
        tabIndex={-1}
      >
        <div style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const spot = spots[index];
            return (
              <button
                key={index}
                type="button"
                className="spot-line"
                aria-pressed={index === pointed}
                style={{ transform: `translateY(${start}px)` }}
                data-testid={`spot-${index}`}
                onClick={() => setSpotsSurface({ spot: index === pointed ? null : index })}
              >
                <span>{index + 1}</span>
                {COLUMNS.map((name) => (
                  <span key={name}>{formatNumber(spot[name], i18n.language, 1)}</span>
                ))}
                <span>{spot.cell === 0 ? t('view.background') : spot.cell}</span>
              </button>
            );
          })}
        </div>
      </div>
    </div>
  );
}
