import { useTranslation } from 'react-i18next';
import type { CompositeMode } from '../../imaging/compositing/composite-light.ts';
import { NO_OPTICS, NO_SPOTS, OPTICS_PRESETS } from '../../pipeline/spots-presets.ts';
import { useStudio } from '../../store/studio-store.ts';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { edit, editSpots } from './edit-spots.ts';

const MODES: readonly CompositeMode[] = ['sum', 'physical', 'screen', 'alpha'];
/** A blend of all light and no cells would show nothing but spots. */
const HALF = 0.5;

/** How the light of spots joins the cells. */
export function CompositeSection() {
  const { t } = useTranslation();
  const spots = useStudio((state) => state.view.spots) ?? NO_SPOTS;
  const optics = useStudio((state) => state.view.optics);
  const { mode, opacity } = spots.composite;
  const choose = (next: CompositeMode) => {
    const blended = next === 'alpha' && opacity === 1 ? HALF : opacity;
    const composite = { mode: next, opacity: mode === 'alpha' && opacity === HALF ? 1 : blended };
    const camera = next === 'physical' && !optics;
    edit({
      spots: { ...spots, composite },
      ...(camera && { optics: { ...NO_OPTICS, ...OPTICS_PRESETS.confocal } }),
    });
  };
  return (
    <InspectorSection title={t('spots.composite')}>
      <SelectRow
        label={t('spots.mode')}
        value={mode}
        options={MODES.map((value) => ({ value, label: t(`spots.modes.${value}`) }))}
        testId="composite-mode"
        onChange={choose}
      />
      <p className="hint">{t(`spots.modeHint.${mode}`)}</p>
      <SliderField
        label={t('spots.opacity')}
        value={Math.round(opacity * 100)}
        min={0}
        max={100}
        step={1}
        defaultValue={mode === 'alpha' ? 50 : 100}
        suffix="%"
        testId="opacity-slider"
        valueTestId="opacity"
        onChange={(percent) =>
          editSpots({ composite: { mode, opacity: percent / 100 } }, 'opacity')
        }
      />
    </InspectorSection>
  );
}
