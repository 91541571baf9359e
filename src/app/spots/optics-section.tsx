import { Dices } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  NO_OPTICS,
  OPTICS_PRESET_NAMES,
  OPTICS_PRESETS,
  type OpticsPreset,
} from '../../pipeline/spots-presets.ts';
import type { OpticsRecipe } from '../../pipeline/spots-recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { edit, editOptics } from './edit-spots.ts';

const SLIDERS = [
  { name: 'psfSigma', min: 0, max: 8, step: 0.1, digits: 1, unit: 'px' },
  { name: 'photonsAtWhite', min: 0, max: 2000, step: 10, digits: 0, unit: null },
  { name: 'readNoise', min: 0, max: 30, step: 0.5, digits: 1, unit: null },
  { name: 'offset', min: -50, max: 100, step: 1, digits: 0, unit: null },
] as const;

const SEEDS = 2 ** 32;

function presetOf(optics: OpticsRecipe | null): OpticsPreset | 'none' | 'own' {
  if (!optics) return 'none';
  const isSame = (name: OpticsPreset) =>
    SLIDERS.every((slider) => OPTICS_PRESETS[name][slider.name] === optics[slider.name]);
  return OPTICS_PRESET_NAMES.find(isSame) ?? 'own';
}

/** Blur and noise of a microscope, with or without spots. */
export function OpticsSection() {
  const { t } = useTranslation();
  const optics = useStudio((state) => state.view.optics);
  const shown = optics ?? NO_OPTICS;
  const preset = presetOf(optics);
  const choices = [
    'none',
    ...OPTICS_PRESET_NAMES,
    ...(preset === 'own' ? ['own' as const] : []),
  ] as const;
  const choose = (name: (typeof choices)[number]) => {
    if (name === 'none') edit({ optics: null });
    else if (name !== 'own') edit({ optics: { ...shown, ...OPTICS_PRESETS[name] } });
  };
  return (
    <InspectorSection
      title={t('spots.optics')}
      action={
        optics && (
          <IconButton
            small
            label={t('spots.noiseAnew')}
            icon={<Dices />}
            onClick={() => editOptics({ seed: Math.floor(Math.random() * SEEDS) })}
          />
        )
      }
    >
      <SelectRow
        label={t('spots.microscope')}
        value={preset}
        options={choices.map((value) => ({ value, label: t(`spots.preset.${value}`) }))}
        testId="optics-preset"
        onChange={choose}
      />
      {optics &&
        SLIDERS.map(({ name, min, max, step, digits, unit }) => (
          <SliderField
            key={name}
            label={t(`spots.optic.${name}`)}
            hint={t(`spots.opticHint.${name}`)}
            value={shown[name]}
            min={min}
            max={max}
            step={step}
            digits={digits}
            defaultValue={OPTICS_PRESETS.confocal[name]}
            suffix={unit && t(`unit.${unit}`)}
            testId={`${name}-slider`}
            valueTestId={name}
            onChange={(value) => editOptics({ [name]: value }, name)}
          />
        ))}
      <p className="hint">{t('spots.opticsHint')}</p>
    </InspectorSection>
  );
}
