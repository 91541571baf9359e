import { useTranslation } from 'react-i18next';
import type { PlanDraft } from '../../store/plan-draft.ts';
import { useStudio } from '../../store/studio-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { SelectRow } from '../controls/select-row.tsx';
import { useChosenModels } from '../explore/use-defaults.ts';
import { OpticsFields } from './optics-fields.tsx';
import { RangeRow } from './range-row.tsx';
import { StyleWeights } from './style-weights.tsx';
import { useStyleCount } from './use-style-count.ts';

/** What varies from sample to sample: truncation, style, spots and optics, size. */
export function LookSection() {
  const { t } = useTranslation();
  const draft = useStudio((state) => state.planDraft);
  const view = useStudio((state) => state.view);
  const update = useStudio((state) => state.updatePlan);
  const { image } = useChosenModels();
  return (
    <>
      <div className="plan-field">
        <span className="control-label">{t('latent.psi')}</span>
        <Segmented
          stretch
          label={t('latent.psi')}
          value={draft.psi.mode}
          segments={[
            { value: 'view', label: t('dataset.asInView', { value: view.psi.toFixed(2) }) },
            { value: 'range', label: t('dataset.drawn') },
          ]}
          onChange={(mode) => update({ psi: { ...draft.psi, mode } })}
        />
      </div>
      {draft.psi.mode === 'range' && (
        <RangeRow
          label={t('dataset.range')}
          range={draft.psi.range}
          min={-1}
          max={2}
          step={0.05}
          digits={2}
          testId="plan-psi"
          onChange={(range) => update({ psi: { ...draft.psi, range } })}
        />
      )}
      {image && <StyleFields />}
      {view.spots && (
        <div className="plan-field">
          <span className="control-label">{t('dataset.spots')}</span>
          <Segmented
            stretch
            label={t('dataset.spots')}
            value={draft.spots}
            segments={[
              { value: 'view', label: t('dataset.likeView') },
              { value: 'none', label: t('dataset.none') },
            ]}
            onChange={(spots) => update({ spots })}
          />
        </div>
      )}
      {image && <OpticsFields />}
      <SizeField />
    </>
  );
}

function StyleFields() {
  const { t } = useTranslation();
  const { style } = useStudio((state) => state.planDraft);
  const update = useStudio((state) => state.updatePlan);
  const styles = useStyleCount();
  if (styles === 0) return null;
  const change = (patch: Partial<PlanDraft['style']>) => update({ style: { ...style, ...patch } });
  const modes = ['view', 'cluster', 'weights', 'instance'] as const;
  return (
    <>
      <SelectRow
        label={t('style.title')}
        value={style.mode}
        testId="plan-style"
        options={modes.map((value) => ({ value, label: t(`dataset.style.${value}`) }))}
        onChange={(mode) => change({ mode })}
      />
      {style.mode === 'cluster' && (
        <div className="control-row">
          <span className="control-label">{t('dataset.cluster')}</span>
          <NumberField
            className="range-number"
            label={t('dataset.cluster')}
            value={Math.min(style.cluster, styles - 1)}
            min={0}
            max={styles - 1}
            step={1}
            onChange={(cluster) => change({ cluster })}
          />
        </div>
      )}
      {style.mode === 'weights' && (
        <StyleWeights
          styles={styles}
          weights={style.weights}
          onChange={(weights) => change({ weights })}
        />
      )}
    </>
  );
}

/** Null is the view's own size. */
function SizeField() {
  const { t } = useTranslation();
  const size = useStudio((state) => state.planDraft.size);
  const view = useStudio((state) => state.view.size);
  const update = useStudio((state) => state.updatePlan);
  const mode = size ? 'own' : 'view';
  return (
    <>
      <div className="plan-field">
        <span className="control-label">{t('dataset.size')}</span>
        <Segmented
          stretch
          label={t('dataset.size')}
          value={mode}
          segments={[
            {
              value: 'view',
              label: t('dataset.asInView', { value: `${view.width} × ${view.height}` }),
            },
            { value: 'own', label: t('dataset.own') },
          ]}
          onChange={(next) =>
            update({ size: next === 'view' ? null : { width: view.width, height: view.height } })
          }
        />
      </div>
      {size && (
        <div className="control-row">
          <span className="control-label">{t('dataset.pixels')}</span>
          <span className="gate-ends">
            {(['width', 'height'] as const).map((side) => (
              <NumberField
                key={side}
                className="range-number"
                label={t(`dataset.${side}`)}
                value={size[side]}
                min={16}
                max={4096}
                step={16}
                testId={`plan-${side}`}
                onChange={(value) => update({ size: { ...size, [side]: value } })}
              />
            ))}
          </span>
        </div>
      )}
    </>
  );
}
