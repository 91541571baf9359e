import { Plus, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { SPOT_REGIONS } from '../../imaging/spots/spot-regions.ts';
import type { SpotScatter } from '../../pipeline/spots-recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { addScatter, changeScatter, removeScatter } from './spot-actions.ts';

const NONE: readonly SpotScatter[] = [];
/** Spots per 1,000 pixels that the slider reaches; the recipe takes more. */
const DENSEST = 50;

/** Spots strewn evenly in regions of the cells. */
export function ScattersSection() {
  const { t } = useTranslation();
  const scatters = useStudio((state) => state.view.spots?.scatters ?? NONE);
  const nucleiKnown = useStudio(({ sample: { pixels } }) => !pixels || pixels.nuclei !== null);
  const usesNuclei = scatters.some(({ region }) => region === 'nuclei' || region === 'cytoplasm');
  return (
    <InspectorSection title={t('spots.scatters')} action={<RegionMenu />}>
      {scatters.length === 0 && <p className="hint">{t('spots.noScatters')}</p>}
      {scatters.map((scatter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two scatters of a region have nothing but their place
        <div key={index} className="spots-scatter">
          <SliderField
            label={t(`spots.region.${scatter.region}`)}
            value={scatter.density}
            min={0}
            max={DENSEST}
            step={0.1}
            digits={1}
            defaultValue={2}
            suffix={t('spots.perThousand')}
            testId={`scatter-${scatter.region}-slider`}
            valueTestId={`scatter-${scatter.region}`}
            onChange={(density) => changeScatter(index, { density }, `density ${index}`)}
          />
          <IconButton
            small
            label={t('spots.removeScatter', { region: t(`spots.region.${scatter.region}`) })}
            icon={<Trash2 />}
            onClick={() => removeScatter(index)}
          />
        </div>
      ))}
      {usesNuclei && !nucleiKnown && (
        <p className="hint" data-testid="nuclei-guessed">
          {t('spots.nucleiGuessed')}
        </p>
      )}
    </InspectorSection>
  );
}

function RegionMenu() {
  const { t } = useTranslation();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="icon-button small"
          aria-label={t('spots.addScatter')}
          data-testid="add-scatter"
        >
          <Plus />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {SPOT_REGIONS.map((region) => (
            <DropdownMenu.Item
              key={region}
              className="menu-item plain"
              data-testid={`add-scatter-${region}`}
              onSelect={() => addScatter(region)}
            >
              {t(`spots.region.${region}`)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
