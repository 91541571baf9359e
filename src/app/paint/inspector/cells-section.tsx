import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { InspectorSection } from '../../controls/inspector-section.tsx';
import { Segmented } from '../../controls/segmented.tsx';
import { formatNumber } from '../../format/quantities.ts';
import { labelCss } from '../../stage/label-css.ts';
import { showCell } from '../cell-actions.ts';
import { VirtualRows } from './virtual-rows.tsx';

type Order = 'label' | 'area';

/** Every cell, by label or by area; choosing one selects it and brings it into view. */
export function CellsSection() {
  const { t, i18n } = useTranslation();
  const [order, setOrder] = useState<Order>('label');
  // Strokes go first: the list follows when there is time.
  const version = useDeferredValue(useStudio((state) => state.paint.version));
  const pixels = useStudio((state) => state.paintPixels());
  const selection = useStudio((state) => state.paint.selection);
  // biome-ignore lint/correctness/useExhaustiveDependencies: pixels change in place, the version says when
  const cells = useMemo(() => {
    const all = (pixels?.ids() ?? []).map((id) => ({ id, area: pixels?.cell(id)?.area ?? 0 }));
    return order === 'area' ? all.sort((a, b) => b.area - a.area || a.id - b.id) : all;
  }, [pixels, version, order]);
  const active = selection.length === 1 ? cells.findIndex(({ id }) => id === selection[0]) : -1;
  const chosen = useMemo(() => new Set(selection), [selection]);
  return (
    <InspectorSection
      title={t('paint.list.title')}
      action={
        <Segmented<Order>
          label={t('paint.list.sort')}
          value={order}
          segments={[
            { value: 'label', label: t('paint.list.byLabel') },
            { value: 'area', label: t('paint.list.byArea') },
          ]}
          onChange={setOrder}
        />
      }
    >
      {cells.length === 0 ? (
        <p className="hint">{t('paint.list.empty')}</p>
      ) : (
        <VirtualRows
          label={t('paint.list.count', { count: cells.length })}
          testId="cell-list"
          count={cells.length}
          active={active}
          onActivate={(index) => showCell(cells[index].id)}
          row={(index) => {
            const { id, area } = cells[index];
            return {
              key: id,
              className: chosen.has(id) ? 'chosen' : undefined,
              content: (
                <>
                  <span className="paint-label">
                    <i style={{ background: labelCss(id) }} aria-hidden />
                    {id}
                  </span>
                  <span>{t('stats.px', { n: formatNumber(area, i18n.language) })}</span>
                </>
              ),
            };
          }}
        />
      )}
    </InspectorSection>
  );
}
