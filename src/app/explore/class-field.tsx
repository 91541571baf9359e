import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { SelectRow } from '../controls/select-row.tsx';

/** A longer list is typed into rather than scrolled. */
const LONGEST_LIST = 50;

/** The class of a model that has some: a list, or a number where there are many. */
export function ClassField({ classes }: { classes: number }) {
  const { t } = useTranslation();
  const wanted = useStudio((state) => state.view.classIndex ?? 0);
  const updateView = useStudio((state) => state.updateView);
  // A link may name a class of another model; the recipe falls to the last, and so does what is shown.
  const current = Math.min(wanted, classes - 1);
  if (classes > LONGEST_LIST) {
    return (
      <div className="control-row">
        <span className="control-label">{t('latent.class')}</span>
        <span className="slider-value">
          <NumberField
            value={current}
            min={0}
            max={classes - 1}
            step={1}
            label={t('latent.class')}
            testId="class-number"
            onChange={(classIndex) => updateView({ classIndex })}
          />
          <span className="number">{t('latent.classOf', { last: classes - 1 })}</span>
        </span>
      </div>
    );
  }
  return (
    <SelectRow
      label={t('latent.class')}
      value={String(current)}
      options={Array.from({ length: classes }, (_, n) => ({
        value: String(n),
        label: t('latent.classNumber', { n }),
      }))}
      testId="class-select"
      onChange={(value) => updateView({ classIndex: Number(value) })}
    />
  );
}
