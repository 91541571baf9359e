import { Dices, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StyleRecipe } from '../../pipeline/recipe.ts';
import { LARGEST_SEED } from '../../pipeline/seed-ranges.ts';
import { styleCount } from '../../store/recipe-of-view.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { Tip } from '../controls/tip.tsx';
import { labelCss } from '../stage/label-css.ts';
import { ClusterPicker } from './cluster-picker.tsx';
import { randomSeed } from './step-seed.ts';
import { StyleSource } from './style-source.tsx';
import { useChosenModels } from './use-defaults.ts';

/** Texture: one cluster for all cells, or drawn per cell; and the picked cell's own. */
export function StyleSection() {
  const { t } = useTranslation();
  const style = useStudio((state) => state.view.style);
  const updateView = useStudio((state) => state.updateView);
  const { image } = useChosenModels();
  const loading = useStudio((state) => state.modelsStatus === 'loading');
  if (!image && loading) return <div className="stat-skeleton" aria-hidden />;
  if (!image) return <p className="hint">{t('style.noModel')}</p>;
  if (styleCount(image.manifest, style.palette) === 0) {
    return (
      <>
        <p className="hint">{t('style.noClusters')}</p>
        <StyleSource model={image} />
      </>
    );
  }
  const change = (patch: Partial<StyleRecipe>) => updateView({ style: { ...style, ...patch } });
  const overrides = Object.keys(style.byInstance).length;
  return (
    <>
      <StyleSource model={image} />
      <Segmented
        stretch
        label={t('style.title')}
        value={style.mode}
        segments={[
          { value: 'cluster', label: t('style.all') },
          { value: 'sampled', label: t('style.perCell'), hint: t('style.seedHint') },
        ]}
        onChange={(mode) => change({ mode })}
      />
      <ClusterPicker
        label={t('style.title')}
        value={style.mode === 'cluster' ? style.cluster : null}
        testIdPrefix="cluster"
        onChange={(cluster) => change({ mode: 'cluster', cluster })}
      />
      {style.mode === 'sampled' && (
        <div className="control-row">
          <Tip text={t('style.seedHint')}>
            <span className="control-label">{t('style.seed')}</span>
          </Tip>
          <div className="seed-buttons">
            <NumberField
              value={style.seed}
              min={0}
              max={LARGEST_SEED}
              step={1}
              label={t('style.seed')}
              className="inline-number"
              testId="style-seed"
              onChange={(seed) => change({ seed })}
            />
            <IconButton
              small
              label={t('latent.random')}
              icon={<Dices />}
              onClick={() => change({ seed: randomSeed() })}
            />
          </div>
        </div>
      )}
      <PickedCell />
      {overrides > 0 && (
        <div className="control-row hint">
          <span>{t('style.overrides', { count: overrides })}</span>
          <button
            type="button"
            className="button quiet small"
            onClick={() => change({ byInstance: {} })}
          >
            {t('style.clearOverrides')}
          </button>
        </div>
      )}
    </>
  );
}

function PickedCell() {
  const { t } = useTranslation();
  const id = useStudio((state) => state.pickedInstance);
  const pixels = useStudio((state) => state.sample.pixels);
  const own = useStudio((state) => (id === null ? undefined : state.view.style.byInstance[id]));
  const { setInstanceStyle, pickInstance } = useStudio.getState();
  const cell = pixels?.instances.find((instance) => instance.id === id);
  if (id === null || !cell) return <p className="hint">{t('style.pickHint')}</p>;
  return (
    <div className="picked-cell" data-testid="picked-cell">
      <div className="control-row">
        <span className="picked-name">
          <i style={{ background: labelCss(id) }} aria-hidden />
          {t('style.cell', { id })}
          <small>{t(own === undefined ? 'style.byRule' : 'style.ownStyle')}</small>
        </span>
        <span>
          {own !== undefined && (
            <IconButton
              small
              label={t('app.reset')}
              icon={<RotateCcw />}
              onClick={() => setInstanceStyle(id, null)}
            />
          )}
          <IconButton
            small
            label={t('style.clearPick')}
            keys="Esc"
            icon={<X />}
            onClick={() => pickInstance(null)}
          />
        </span>
      </div>
      <ClusterPicker
        small
        label={t('style.cell', { id })}
        value={own ?? cell.cluster}
        testIdPrefix="cell-cluster"
        onChange={(cluster) => setInstanceStyle(id, cluster)}
      />
    </div>
  );
}
