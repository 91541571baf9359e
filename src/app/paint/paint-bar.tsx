import {
  Blend,
  Columns2,
  Hash,
  Minus,
  Plus,
  Redo2,
  Scan,
  Shapes,
  SquareSplitHorizontal,
  ToggleRight,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { Tip } from '../controls/tip.tsx';
import { CompareControls } from '../stage/compare-controls.tsx';
import { DisplayMenu } from '../stage/display-menu.tsx';
import { PAINT_LAYOUTS, setPaintSurface, usePaintSurface } from './paint-surface.ts';
import { runPaintCommand } from './run-paint-command.ts';

const ICONS = {
  labels: Shapes,
  beside: Columns2,
  overlay: Blend,
  blink: ToggleRight,
  split: SquareSplitHorizontal,
};

/** Undo and redo, how labels and image are shown, and the zoom. */
export function PaintBar() {
  const { t } = useTranslation();
  const layout = usePaintSurface((surface) => surface.layout);
  const showsNumbers = usePaintSurface((surface) => surface.showsNumbers);
  const { entries, position } = useStudio((state) => state.paint.history);
  const image = useStudio((state) => state.sample.pixels?.image ?? null);
  const hasImage = useStudio((state) => state.imageModel !== null);
  return (
    <header className="paint-bar">
      <span className="paint-bar-group">
        <IconButton
          small
          label={t('paint.undo')}
          keys="Ctrl Z"
          icon={<Undo2 />}
          data-testid="paint-undo"
          disabled={position === 0}
          onClick={() => runPaintCommand({ do: 'undo' })}
        />
        <IconButton
          small
          label={t('paint.redo')}
          keys="Ctrl Shift Z"
          icon={<Redo2 />}
          data-testid="paint-redo"
          disabled={position === entries.length}
          onClick={() => runPaintCommand({ do: 'redo' })}
        />
      </span>
      <Segmented
        label={t('paint.layout')}
        value={layout}
        segments={PAINT_LAYOUTS.map((value) => {
          const Icon = ICONS[value];
          return {
            value,
            label: t(`paint.layouts.${value}`),
            icon: <Icon aria-hidden />,
            disabled: !hasImage && value !== 'labels' && value !== 'beside',
          };
        })}
        onChange={(value) => setPaintSurface({ layout: value })}
      />
      <span className="paint-bar-group">
        {layout === 'blink' && <CompareControls mode="blink" />}
        <DisplayMenu image={image} overlay={layout === 'overlay'} />
        <IconButton
          small
          label={t('paint.numbers')}
          keys="T"
          icon={<Hash />}
          aria-pressed={showsNumbers}
          onClick={() => setPaintSurface({ showsNumbers: !showsNumbers })}
        />
        <IconButton
          small
          label={t('view.zoomOut')}
          keys="−"
          icon={<Minus />}
          onClick={() => runPaintCommand({ do: 'zoom', factor: 1 / 1.5 })}
        />
        <IconButton
          small
          label={t('view.zoomIn')}
          keys="+"
          icon={<Plus />}
          onClick={() => runPaintCommand({ do: 'zoom', factor: 1.5 })}
        />
        <Tip text={t('view.actualHint')} keys="9">
          <button
            type="button"
            className="zoom-actual number"
            onClick={() => runPaintCommand({ do: 'actual' })}
          >
            {t('view.actual')}
          </button>
        </Tip>
        <IconButton
          small
          label={t('view.fitHint')}
          keys="0"
          icon={<Scan />}
          onClick={() => runPaintCommand({ do: 'fit' })}
        />
      </span>
    </header>
  );
}
