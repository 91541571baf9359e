import { useTranslation } from 'react-i18next';
import {
  isBounded,
  SEARCHED_MEASURES,
  type SearchedMeasure,
} from '../../pipeline/sample-criteria.ts';
import { useStudio } from '../../store/studio-store.ts';
import { RangeSlider } from '../controls/range-slider.tsx';
import { scaleOf, writeMeasure } from './measure-words.ts';

/** What samples should hold, by two ends each; the ends of a slider are no bounds. */
export function CriteriaForm() {
  const { t } = useTranslation();
  const criteria = useStudio((state) => state.search.criteria);
  const setCriteria = useStudio((state) => state.setCriteria);
  const bounded = SEARCHED_MEASURES.some((name) => isBounded(criteria[name]));
  const size = useStudio((state) => state.view.size);
  return (
    <div className="criteria-form" data-testid="criteria">
      <div className="display-head">
        <h3>{t('look.search.criteria')}</h3>
        <button
          type="button"
          className="button quiet small"
          disabled={!bounded}
          data-testid="criteria-reset"
          onClick={() => setCriteria({})}
        >
          {t('app.reset')}
        </button>
      </div>
      {SEARCHED_MEASURES.map((name) => (
        <CriterionRow key={name} name={name} />
      ))}
      <p className="hint">
        {t('look.search.measuredAt', { width: size.width, height: size.height })}
      </p>
    </div>
  );
}

function CriterionRow({ name }: { name: SearchedMeasure }) {
  const { t, i18n } = useTranslation();
  const range = useStudio((state) => state.search.criteria[name]);
  const largest = useStudio((state) => state.search.largest);
  const setCriteria = useStudio((state) => state.setCriteria);
  const scale = scaleOf(name, largest);
  const label = t(`look.search.measures.${name}`);
  const least = range?.least ?? null;
  const most = range?.most ?? null;
  const write = (value: number) => writeMeasure(value, scale, i18n.language);
  const unit = { px: ` ${t('unit.px')}`, percent: ' %', none: '' }[scale.unit];
  const change = (next: { least: number | null; most: number | null }) =>
    setCriteria({ ...useStudio.getState().search.criteria, [name]: next });
  return (
    <div className="criterion">
      <span className="control-label">{label}</span>
      <output className="number" data-bounded={isBounded(range)}>
        {isBounded(range)
          ? `${least === null ? '≤ ' : write(least)}${least !== null && most !== null ? '–' : ''}${
              most === null ? '+' : write(most)
            }${unit}`
          : t('look.search.any')}
      </output>
      <RangeSlider
        labels={[
          t('look.search.least', { measure: label }),
          t('look.search.most', { measure: label }),
        ]}
        value={[Math.min(least ?? 0, scale.max), Math.min(most ?? scale.max, scale.max)]}
        min={0}
        max={scale.max}
        step={scale.step}
        text={(value) => `${write(value)}${unit}`}
        testId={`criterion-${name}`}
        onChange={([from, to]) =>
          change({ least: from <= 0 ? null : from, most: to >= scale.max ? null : to })
        }
        onReset={() => change({ least: null, most: null })}
      />
    </div>
  );
}
