import { useTranslation } from 'react-i18next';
import { Segmented } from '../controls/segmented.tsx';
import { useSweep } from './sweep-state.ts';
import { SWEEP_COUNTS } from './sweep-steps.ts';

/** What the strip is, and how fine. */
export function SweepTools() {
  const { t } = useTranslation();
  const count = useSweep((sweep) => sweep.count);
  return (
    <>
      <span className="hint">{t('sweep.what')}</span>
      <span className="grow" />
      <span className="control-label">{t('sweep.steps')}</span>
      <Segmented
        label={t('sweep.steps')}
        value={String(count)}
        segments={SWEEP_COUNTS.map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(next) => useSweep.setState({ count: Number(next) })}
      />
    </>
  );
}
