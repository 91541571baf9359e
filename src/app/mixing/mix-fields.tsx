import { ChevronRight, Dices, Grid3x3 } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSeedRanges, LARGEST_SEED } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { Tip } from '../controls/tip.tsx';
import { randomSeed } from '../explore/step-seed.ts';
import { LayerToggles } from './layer-toggles.tsx';
import { openMixing } from './mixing-dialog-state.ts';

/** The seed whose styles are mixed in until another is asked for, as in the original's visualizer. */
const USUAL_SEED = 1000;

/** Style mixing: another seed, and which w come from it; folded away while nothing is mixed. */
export function MixFields({ numWs }: { numWs: number }) {
  const { t } = useTranslation();
  const mix = useStudio((state) => state.view.mix);
  const updateView = useStudio((state) => state.updateView);
  const [seed, setSeed] = useState(mix?.seed ?? USUAL_SEED);
  const [open, setOpen] = useState(mix !== null);
  const current = mix?.seed ?? seed;
  const layers = mix?.layers ?? [];
  const change = (next: number, chosen: number[]) => {
    setSeed(next);
    updateView({ mix: chosen.length > 0 ? { seed: next, layers: chosen } : null });
  };
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen}>
      <Collapsible.Trigger className="button quiet small disclosure" data-testid="mix">
        <ChevronRight aria-hidden />
        {t('mix.title')}
        {mix && !open && (
          <span className="hint number">
            {t('mix.summary', { seed: mix.seed, layers: formatSeedRanges(layers) })}
          </span>
        )}
      </Collapsible.Trigger>
      <Collapsible.Content className="folded">
        <div className="control-row">
          <Tip text={t('mix.seedHint')}>
            <span className="control-label">{t('mix.seed')}</span>
          </Tip>
          <div className="seed-buttons">
            <NumberField
              value={current}
              min={0}
              max={LARGEST_SEED}
              step={1}
              label={t('mix.seed')}
              className="inline-number"
              testId="mix-seed"
              onChange={(next) => change(next, layers)}
            />
            <IconButton
              small
              label={t('latent.random')}
              icon={<Dices />}
              onClick={() => change(randomSeed(), layers)}
            />
          </div>
        </div>
        <LayerToggles
          numWs={numWs}
          layers={layers}
          onChange={(chosen) => change(current, chosen)}
        />
        <button
          type="button"
          className="button quiet small disclosure mixing-open"
          data-testid="mix-matrix"
          onClick={openMixing}
        >
          <Grid3x3 aria-hidden />
          {t('mix.matrixOpen')}
        </button>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
