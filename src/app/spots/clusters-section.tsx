import { Copy, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SpotCluster } from '../../pipeline/spots-recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { addCluster, changeCluster, duplicateCluster, removeCluster } from './spot-actions.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

const NONE: readonly SpotCluster[] = [];

/** The list of clusters; the selected one with its figures. */
export function ClustersSection() {
  const { t } = useTranslation();
  const clusters = useStudio((state) => state.view.spots?.clusters ?? NONE);
  const selected = useSpotsSurface((surface) => surface.selected);
  return (
    <InspectorSection
      title={t('spots.clusters')}
      action={
        <IconButton
          small
          label={t('spots.addCluster')}
          keys="N"
          icon={<Plus />}
          onClick={() => addCluster()}
        />
      }
    >
      {clusters.length === 0 && <p className="hint">{t('spots.noClusters')}</p>}
      {clusters.length > 0 && (
        <ul className="spots-list">
          {clusters.map((cluster, index) => (
            <li key={cluster.stream ?? index} data-selected={index === selected}>
              <ClusterRow cluster={cluster} index={index} selected={index === selected} />
            </li>
          ))}
        </ul>
      )}
    </InspectorSection>
  );
}

function ClusterRow(props: { cluster: SpotCluster; index: number; selected: boolean }) {
  const { cluster, index, selected } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className="spots-row">
        <button
          type="button"
          className="spots-name"
          aria-expanded={selected}
          data-testid={`cluster-${index}`}
          onClick={() => setSpotsSurface({ selected: selected ? null : index, spot: null })}
        >
          <i className="spots-swatch" aria-hidden />
          {t('spots.cluster', { number: index + 1 })}
        </button>
        <span className="slider-value">
          <NumberField
            value={cluster.count}
            min={0}
            max={100_000}
            step={5}
            label={t('spots.countOf', { number: index + 1 })}
            testId={`cluster-count-${index}`}
            onChange={(count) => changeCluster(index, { count }, `count ${index}`)}
          />
        </span>
        <IconButton
          small
          label={t('spots.removeCluster', { number: index + 1 })}
          icon={<Trash2 />}
          data-testid={`cluster-remove-${index}`}
          onClick={() => removeCluster(index)}
        />
      </div>
      {selected && <ClusterFigures cluster={cluster} index={index} />}
    </>
  );
}

const FIGURES = [
  { name: 'x', min: -100_000, max: 100_000, step: 1, unit: 'px' },
  { name: 'y', min: -100_000, max: 100_000, step: 1, unit: 'px' },
  { name: 'sigmaMajor', min: 0, max: 100_000, step: 1, unit: 'px' },
  { name: 'sigmaMinor', min: 0, max: 100_000, step: 1, unit: 'px' },
  { name: 'angleDegrees', min: -180, max: 180, step: 1, unit: 'degrees' },
] as const;

function ClusterFigures({ cluster, index }: { cluster: SpotCluster; index: number }) {
  const { t } = useTranslation();
  return (
    <div className="spots-figures">
      {FIGURES.map(({ name, min, max, step, unit }) => (
        <div key={name} className="control-row">
          <span className="control-label">{t(`spots.figure.${name}`)}</span>
          <span className="slider-value">
            <NumberField
              value={cluster[name]}
              min={min}
              max={max}
              step={step}
              digits={1}
              label={t(`spots.figure.${name}`)}
              testId={`cluster-${name}`}
              onChange={(value) => changeCluster(index, { [name]: value }, `${name} ${index}`)}
            />
            {t(`unit.${unit}`)}
          </span>
        </div>
      ))}
      <button
        type="button"
        className="button small quiet"
        data-testid="cluster-duplicate"
        onClick={() => duplicateCluster(index)}
      >
        <Copy aria-hidden />
        {t('spots.duplicate')}
      </button>
    </div>
  );
}
