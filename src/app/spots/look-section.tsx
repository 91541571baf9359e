import { Dices } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { modelReference } from '../../pipeline/default-recipe.ts';
import { takesPoints } from '../../pipeline/spot-model.ts';
import { NO_SPOTS } from '../../pipeline/spots-presets.ts';
import type { SpotsRecipe } from '../../pipeline/spots-recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { SliderField } from '../controls/slider-field.tsx';
import { editSpots } from './edit-spots.ts';
import { RangeRow } from './range-row.tsx';
import { drawAnew } from './spot-actions.ts';

/** What a spot looks like: size, brightness, and who renders it. */
export function LookSection() {
  const { t } = useTranslation();
  const spots = useStudio((state) => state.view.spots) ?? NO_SPOTS;
  return (
    <InspectorSection title={t('spots.look')}>
      <Rendering spots={spots} />
      <RangeRow
        label={t('spots.radius')}
        hint={t('spots.radiusHint')}
        value={spots.radius}
        max={100}
        step={0.1}
        digits={1}
        suffix={t('unit.px')}
        testId="radius"
        onChange={(radius) => editSpots({ radius }, 'radius')}
      />
      {spots.rendering === 'gaussian' ? (
        <RangeRow
          label={t('spots.intensity')}
          hint={t('spots.intensityHint')}
          value={spots.intensity}
          max={255}
          step={1}
          suffix={null}
          testId="intensity"
          onChange={(intensity) => editSpots({ intensity }, 'intensity')}
        />
      ) : (
        <p className="hint">{t('spots.intensityOfModel')}</p>
      )}
      {spots.rendering === 'gaussian' && (
        <SliderField
          label={t('spots.fallOff')}
          hint={t('spots.fallOffHint')}
          value={Math.round(spots.fallOff * 100)}
          min={0}
          max={100}
          step={1}
          defaultValue={0}
          suffix="%"
          testId="fall-off-slider"
          valueTestId="fall-off"
          onChange={(percent) => editSpots({ fallOff: percent / 100 }, 'fallOff')}
        />
      )}
      <div className="control-row">
        <span className="control-label">{t('spots.seed')}</span>
        <span className="slider-value">
          <NumberField
            value={spots.seed}
            min={0}
            max={2 ** 32 - 1}
            step={1}
            label={t('spots.seed')}
            className="spots-seed"
            testId="spots-seed"
            onChange={(seed) => editSpots({ seed }, 'seed')}
          />
          <IconButton small label={t('spots.drawAnew')} icon={<Dices />} onClick={drawAnew} />
        </span>
      </div>
    </InspectorSection>
  );
}

function Rendering({ spots }: { spots: SpotsRecipe }) {
  const { t } = useTranslation();
  const models = useStudio((state) => state.models);
  const fitting = models.filter(({ manifest }) => takesPoints(manifest));
  // Those that are made for spots are proposed first.
  const offered = [...fitting].sort(
    (a, b) => Number(b.role === 'spots') - Number(a.role === 'spots'),
  );
  const chosen = spots.spotModel;
  const isAbsent = chosen !== null && !offered.some(({ sha256 }) => sha256 === chosen.sha256);
  const options = [
    ...offered.map(({ sha256, manifest }) => ({ value: sha256, label: manifest.name })),
    ...(isAbsent
      ? [{ value: chosen.sha256, label: t('spots.modelAbsent', { name: chosen.name }) }]
      : []),
  ];
  const pick = (sha256: string | undefined) => {
    const model = offered.find((entry) => entry.sha256 === sha256) ?? offered[0];
    if (!model) return;
    editSpots({ rendering: 'model', spotModel: modelReference(model.manifest) });
  };
  return (
    <>
      <div className="control-row">
        <span className="control-label">{t('spots.rendering')}</span>
        <Segmented
          label={t('spots.rendering')}
          value={spots.rendering}
          segments={[
            { value: 'gaussian', label: t('spots.gaussian'), hint: t('spots.gaussianHint') },
            {
              value: 'model',
              label: t('spots.byModel'),
              hint: options.length === 0 ? t('spots.noModel') : t('spots.byModelHint'),
              disabled: options.length === 0,
            },
          ]}
          onChange={(rendering) =>
            rendering === 'model' ? pick(chosen?.sha256) : editSpots({ rendering })
          }
        />
      </div>
      {spots.rendering === 'model' && chosen && (
        <SelectRow
          label={t('models.spots')}
          value={chosen.sha256}
          options={options}
          testId="spot-model"
          onChange={pick}
        />
      )}
    </>
  );
}
