import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYOUTS, type LayoutName } from '../../dataset/layouts/layout-name.ts';
import { useStudio } from '../../store/studio-store.ts';
import { SwitchRow } from '../controls/switch-row.tsx';
import { zipFileName } from '../export/estimate.ts';

/** Layouts beside our own, and the name of the file. */
export function FilesSection() {
  const { t } = useTranslation();
  const { layouts, fileName } = useStudio((state) => state.planDraft);
  const update = useStudio((state) => state.updatePlan);
  const id = useId();
  const turn = (layout: LayoutName, on: boolean) =>
    update({ layouts: LAYOUTS.filter((each) => (each === layout ? on : layouts.includes(each))) });
  const isNamed = zipFileName(fileName) !== '';
  return (
    <>
      {LAYOUTS.map((layout) => (
        <SwitchRow
          key={layout}
          label={t(`dataset.layout.${layout}`)}
          hint={t(`dataset.layoutHint.${layout}`)}
          checked={layouts.includes(layout)}
          onChange={(on) => turn(layout, on)}
        />
      ))}
      <p className="hint">{t('dataset.ownLayout')}</p>
      <div className="form-field">
        <label className="form-label" htmlFor={id}>
          {t('export.fileName')}
        </label>
        <input
          id={id}
          className="field"
          data-testid="plan-name"
          value={fileName}
          aria-invalid={!isNamed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => update({ fileName: event.target.value })}
        />
        {!isNamed && <p className="invalid">{t('export.needName')}</p>}
      </div>
    </>
  );
}
