import { useTranslation } from 'react-i18next';
import { NumberRow } from '../number-row.tsx';
import { ActsOnRow } from './acts-on-row.tsx';
import { useStep } from './use-step.ts';

/** Settings of the flood fill. */
export function FloodFields() {
  const { t } = useTranslation();
  const [{ level, foreground, smallest, on }, change] = useStep('flood');
  return (
    <>
      <NumberRow
        label={t('tools.field.holeLevel')}
        value={level}
        min={1}
        max={254}
        testId="tool-hole-level"
        onChange={(next) => change({ level: next })}
      />
      <NumberRow
        label={t('tools.field.foreground')}
        hint={t('tools.field.foregroundHint')}
        value={foreground}
        min={1}
        max={255}
        onChange={(next) => change({ foreground: next })}
      />
      <NumberRow
        label={t('tools.field.smallest')}
        hint={t('tools.field.smallestHint')}
        value={smallest}
        min={1}
        max={1e6}
        suffix={t('unit.px')}
        onChange={(next) => change({ smallest: next })}
      />
      <ActsOnRow label={t('tools.field.on')} value={on} onChange={(next) => change({ on: next })} />
    </>
  );
}
