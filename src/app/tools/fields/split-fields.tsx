import { useTranslation } from 'react-i18next';
import { NumberRow } from '../number-row.tsx';
import { useStep } from './use-step.ts';

const PARTS = ['train', 'val', 'test'] as const;

/** Settings of a split. */
export function SplitFields() {
  const { t } = useTranslation();
  const [step, change] = useStep('split');
  const whole = step.train + step.val + step.test;
  return (
    <>
      {PARTS.map((part) => (
        <NumberRow
          key={part}
          label={t(`tools.field.${part}`)}
          hint={t('tools.field.shareHint')}
          value={step[part]}
          min={0}
          max={1000}
          suffix={whole > 0 ? `${Math.round((step[part] / whole) * 100)} %` : null}
          testId={`tool-${part}`}
          onChange={(share) => change({ [part]: share })}
        />
      ))}
      <NumberRow
        label={t('tools.field.seed')}
        hint={t('tools.field.seedHint')}
        value={step.seed}
        min={0}
        max={2 ** 32 - 1}
        testId="tool-seed"
        onChange={(seed) => change({ seed })}
      />
    </>
  );
}
