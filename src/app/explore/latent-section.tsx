import { ChevronLeft, ChevronRight, Dices } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isMaskManifest } from '../../checkpoints/bundle/mask-manifest.ts';
import { LARGEST_SEED } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { MixFields } from '../mixing/mix-fields.tsx';
import { BlendRow } from './blend-row.tsx';
import { ClassField } from './class-field.tsx';
import { NoiseField } from './noise-field.tsx';
import { steppedSeeds } from './shown-seeds.ts';
import { randomSeed, stepSeed } from './step-seed.ts';
import { TransformFields } from './transform-fields.tsx';
import { useChosenModels, useDefaults } from './use-defaults.ts';

/** Seed, truncation, cutoff, class, the transform or the noise, whichever the model has, and the style mix. */
export function LatentSection() {
  const { t } = useTranslation();
  const view = useStudio((state) => state.view);
  const updateView = useStudio((state) => state.updateView);
  const defaults = useDefaults();
  const { mask } = useChosenModels();
  const config = mask && isMaskManifest(mask.manifest) ? mask.manifest.config : null;
  const total = config?.numWs ?? 0;
  const classes = config?.cDim ?? 0;
  return (
    <>
      <SeedRow />
      <BlendRow />
      <SliderField
        label={t('latent.psi')}
        hint={t('latent.psiHint')}
        value={view.psi}
        min={-1}
        max={2}
        typedRange={[-10, 10]}
        step={0.01}
        digits={2}
        defaultValue={defaults.psi}
        origin={0}
        testId="psi-slider"
        valueTestId="psi-value"
        onChange={(psi) => updateView({ psi })}
      />
      {total > 0 && (
        <SliderField
          label={t('latent.cutoff')}
          hint={t('latent.cutoffHint', { total })}
          value={view.cutoff ?? total}
          min={0}
          max={total}
          step={1}
          defaultValue={total}
          suffix={<span className="number">{t('latent.cutoffOf', { total })}</span>}
          testId="cutoff-slider"
          valueTestId="cutoff-value"
          onChange={(cutoff) => updateView({ cutoff: cutoff >= total ? null : cutoff })}
        />
      )}
      {classes > 0 && <ClassField classes={classes} />}
      {mask?.manifest.architecture === 'stylegan2' ? <NoiseField /> : <TransformFields />}
      {total > 0 && <MixFields key={mask?.sha256} numWs={total} />}
    </>
  );
}

function SeedRow() {
  const { t } = useTranslation();
  const seed = useStudio((state) => state.view.seed);
  const updateView = useStudio((state) => state.updateView);
  const step = (by: 1 | -1) => updateView({ seed: stepSeed(seed, steppedSeeds(), by) });
  return (
    <div className="control-row seed-row">
      <span className="control-label">{t('latent.seed')}</span>
      <div className="seed-buttons">
        <IconButton
          small
          label={t('latent.previous')}
          keys="←"
          icon={<ChevronLeft />}
          onClick={() => step(-1)}
        />
        <NumberField
          value={seed}
          min={0}
          max={LARGEST_SEED}
          step={1}
          label={t('latent.seed')}
          className="seed-input"
          testId="seed-input"
          onChange={(next) => updateView({ seed: next })}
        />
        <IconButton
          small
          label={t('latent.next')}
          keys="→"
          icon={<ChevronRight />}
          onClick={() => step(1)}
        />
        <IconButton
          small
          label={t('latent.random')}
          keys="R"
          icon={<Dices />}
          onClick={() => updateView({ seed: randomSeed() })}
        />
      </div>
    </div>
  );
}
