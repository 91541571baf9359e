import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { InspectorSection } from '../../controls/inspector-section.tsx';
import { formatNumber } from '../../format/quantities.ts';
import { labelCss } from '../../stage/label-css.ts';
import { CellButtons } from './cell-buttons.tsx';
import { cellShape } from './cell-shape.ts';
import { CellStyle } from './cell-style.tsx';

/** What is known of the selected cells, and what can be done with them. */
export function CellSection() {
  const { t } = useTranslation();
  const selection = useStudio((state) => state.paint.selection);
  const selectCells = useStudio((state) => state.selectCells);
  const count = selection.length;
  return (
    <InspectorSection
      title={count > 1 ? t('paint.cell.titleMany', { count }) : t('paint.cell.title')}
      action={
        count > 0 && (
          <IconButton
            small
            label={t('paint.cell.deselect')}
            keys="Esc"
            icon={<X />}
            onClick={() => selectCells([])}
          />
        )
      }
    >
      {count === 0 ? (
        <p className="hint">{t('paint.cell.none')}</p>
      ) : (
        <div className="paint-cell" data-testid="selected-cell">
          <CellFacts selection={selection} />
          <CellStyle selection={selection} />
          <CellButtons selection={selection} />
        </div>
      )}
    </InspectorSection>
  );
}

function CellFacts({ selection }: { selection: readonly number[] }) {
  const { t, i18n } = useTranslation();
  const version = useStudio((state) => state.paint.version);
  const pixels = useStudio((state) => state.paintPixels());
  const single = selection.length === 1 ? selection[0] : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: pixels change in place, the version says when
  const shape = useMemo(
    () => (pixels && single !== null ? cellShape(pixels, single) : null),
    [pixels, single, version],
  );
  const px = (n: number) => t('stats.px', { n: formatNumber(n, i18n.language) });
  if (single === null) {
    const area = selection.reduce((sum, id) => sum + (pixels?.cell(id)?.area ?? 0), 0);
    return (
      <dl className="stats number">
        <div>
          <dt>{t('paint.cell.totalArea')}</dt>
          <dd>{px(area)}</dd>
        </div>
      </dl>
    );
  }
  if (!shape) return null;
  return (
    <dl className="stats number">
      <div>
        <dt>{t('paint.cell.label')}</dt>
        <dd className="paint-label" data-testid="selected-label">
          <i style={{ background: labelCss(single) }} aria-hidden />
          {single}
        </dd>
      </div>
      <div>
        <dt>{t('paint.cell.area')}</dt>
        <dd data-testid="selected-area">{px(shape.area)}</dd>
      </div>
      <div>
        <dt>{t('paint.cell.eccentricity')}</dt>
        <dd>{formatNumber(shape.eccentricity, i18n.language, 2)}</dd>
      </div>
      <div>
        <dt>{t('paint.cell.border')}</dt>
        <dd>{t(shape.touchesBorder ? 'paint.cell.yes' : 'paint.cell.no')}</dd>
      </div>
    </dl>
  );
}
