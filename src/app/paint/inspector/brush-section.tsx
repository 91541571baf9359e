import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { InspectorSection } from '../../controls/inspector-section.tsx';
import { Segmented } from '../../controls/segmented.tsx';
import { SliderField } from '../../controls/slider-field.tsx';
import { SwitchRow } from '../../controls/switch-row.tsx';
import { labelCss } from '../../stage/label-css.ts';
import {
  LARGEST_BRUSH,
  SMALLEST_BRUSH,
  setPaintSettings,
  usePaintSettings,
  WRITE_MODES,
} from '../paint-settings.ts';
import { setPaintSurface, usePaintSurface } from '../paint-surface.ts';
import { hasSize, type ToolName } from '../tools/tool-list.ts';

const STROKES = ['continue', 'new'] as const;

/** Tools that give pixels to cells. */
const PAINTS = new Set<ToolName>(['brush', 'polygon', 'lasso', 'fill']);
/** Tools that heed what lies under them. */
const WRITES = new Set<ToolName>([
  'brush',
  'eraser',
  'nucleus',
  'polygon',
  'lasso',
  'grow',
  'select',
]);

/** How the chosen tool paints. */
export function BrushSection() {
  const { t } = useTranslation();
  const tool = usePaintSurface((surface) => surface.tool);
  const settings = usePaintSettings();
  const sizeKey = tool === 'eraser' ? 'eraserSize' : 'brushSize';
  return (
    <InspectorSection title={t(`paint.tool.${tool}.name`)}>
      <p className="hint">{t(`paint.tool.${tool}.hint`)}</p>
      {hasSize(tool) && (
        <>
          <SliderField
            label={t('paint.brush.size')}
            value={settings[sizeKey]}
            min={SMALLEST_BRUSH}
            max={LARGEST_BRUSH}
            step={1}
            defaultValue={tool === 'eraser' ? 16 : 12}
            suffix={t('unit.px')}
            testId="brush-size"
            valueTestId="brush-size-value"
            onChange={(value) => setPaintSettings({ [sizeKey]: value })}
          />
          <SliderField
            label={t('paint.brush.hardness')}
            hint={t('paint.brush.hardnessHint')}
            value={Math.round(settings.hardness * 100)}
            min={0}
            max={100}
            step={5}
            defaultValue={100}
            suffix="%"
            testId="brush-hardness"
            onChange={(value) => setPaintSettings({ hardness: value / 100 })}
          />
          <SwitchRow
            label={t('paint.brush.pressure')}
            checked={settings.usesPressure}
            onChange={(usesPressure) => setPaintSettings({ usesPressure })}
          />
        </>
      )}
      {WRITES.has(tool) && (
        <div className="paint-choice">
          <span className="control-label">{t('paint.brush.writes')}</span>
          <Segmented
            stretch
            label={t('paint.brush.writes')}
            value={settings.writeMode}
            segments={WRITE_MODES.map((mode) => ({
              value: mode,
              label: t(`paint.brush.mode.${mode}`),
              hint: t(`paint.brush.modeHint.${mode}`),
            }))}
            onChange={(writeMode) => setPaintSettings({ writeMode })}
          />
        </div>
      )}
      {PAINTS.has(tool) && (
        <>
          <div className="paint-choice">
            <span className="control-label">{t('paint.brush.eachStroke')}</span>
            <Segmented
              stretch
              label={t('paint.brush.eachStroke')}
              value={settings.strokes}
              segments={STROKES.map((strokes) => ({
                value: strokes,
                label: t(`paint.brush.strokes.${strokes}`),
                hint: t(`paint.brush.strokesHint.${strokes}`),
              }))}
              onChange={(strokes) => setPaintSettings({ strokes })}
            />
          </div>
          <StrokeLabel />
        </>
      )}
    </InspectorSection>
  );
}

/** The label that the next stroke paints. */
function StrokeLabel() {
  const { t } = useTranslation();
  const active = usePaintSurface((surface) => surface.activeLabel);
  const strokes = usePaintSettings((settings) => settings.strokes);
  const next = useStudio((state) => state.paint.nextLabel);
  const id = active ?? next ?? 0;
  return (
    <div className="control-row">
      <span className="control-label">{t('paint.brush.label')}</span>
      <span className="paint-label number" data-testid="stroke-label">
        <i style={{ background: labelCss(id) }} aria-hidden />
        {active !== null && <span>{active}</span>}
        {active === null && (
          <span>
            {t(strokes === 'new' ? 'paint.brush.labelNew' : 'paint.brush.labelUnder', { id })}
          </span>
        )}
        {active !== null && (
          <IconButton
            small
            label={t('paint.brush.labelRelease')}
            keys="N"
            icon={<X />}
            onClick={() => setPaintSurface({ activeLabel: null })}
          />
        )}
      </span>
    </div>
  );
}
