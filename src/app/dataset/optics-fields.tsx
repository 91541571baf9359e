import { useTranslation } from 'react-i18next';
import type { OpticsRanges } from '../../pipeline/plan/dataset-plan.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Segmented } from '../controls/segmented.tsx';
import { RangeRow } from './range-row.tsx';

const FIELDS = [
  { name: 'psfSigma', min: 0, max: 20, step: 0.1, digits: 1 },
  { name: 'photonsAtWhite', min: 0, max: 100_000, step: 50, digits: 0 },
  { name: 'readNoise', min: 0, max: 100, step: 0.5, digits: 1 },
  { name: 'offset', min: -255, max: 255, step: 1, digits: 0 },
] as const;

/** The camera's share: as in the view, none, or drawn for every sample. */
export function OpticsFields() {
  const { t } = useTranslation();
  const { mode, ranges } = useStudio((state) => state.planDraft.optics);
  const inView = useStudio((state) => state.view.optics);
  const update = useStudio((state) => state.updatePlan);
  const change = (name: keyof OpticsRanges, range: { from: number; to: number }) =>
    update({ optics: { mode, ranges: { ...ranges, [name]: range } } });
  return (
    <>
      <div className="plan-field">
        <span className="control-label">{t('dataset.optics')}</span>
        <Segmented
          stretch
          label={t('dataset.optics')}
          value={mode === 'view' && !inView ? 'none' : mode}
          segments={[
            { value: 'none', label: t('dataset.none') },
            { value: 'view', label: t('dataset.likeView'), disabled: !inView },
            { value: 'ranges', label: t('dataset.drawn') },
          ]}
          onChange={(next) => update({ optics: { mode: next, ranges } })}
        />
      </div>
      {mode === 'ranges' &&
        FIELDS.map(({ name, ...numbers }) => (
          <RangeRow
            key={name}
            label={t(`dataset.${name}`)}
            range={ranges[name]}
            {...numbers}
            onChange={(range) => change(name, range)}
          />
        ))}
    </>
  );
}
