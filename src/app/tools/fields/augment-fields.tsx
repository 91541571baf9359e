import { useTranslation } from 'react-i18next';
import { NumberRow, RangeRow } from '../number-row.tsx';
import { useStep } from './use-step.ts';

/** Settings of the augmentation. */
export function AugmentFields() {
  const { t } = useTranslation();
  const [step, change] = useStep('augment');
  const names = (name: string): [string, string] => [
    t('tools.field.from', { name }),
    t('tools.field.to', { name }),
  ];
  return (
    <>
      <NumberRow
        label={t('tools.field.copies')}
        value={step.copies}
        min={1}
        max={1000}
        testId="tool-copies"
        onChange={(copies) => change({ copies })}
      />
      {(['flipHorizontal', 'flipVertical'] as const).map((flip) => (
        <NumberRow
          key={flip}
          label={t(`tools.field.${flip}`)}
          hint={t('tools.field.chanceHint')}
          value={step[flip]}
          min={0}
          max={1}
          step={0.05}
          digits={2}
          onChange={(chance) => change({ [flip]: chance })}
        />
      ))}
      <RangeRow
        label={t('tools.field.rotation')}
        names={names(t('tools.field.rotation'))}
        value={step.rotation}
        min={-180}
        max={180}
        suffix={t('unit.degrees')}
        testId="tool-rotation"
        onChange={(rotation) => change({ rotation })}
      />
      <RangeRow
        label={t('tools.field.gain')}
        names={names(t('tools.field.gain'))}
        value={step.gain}
        min={0}
        max={10}
        step={0.05}
        digits={2}
        suffix="×"
        onChange={(gain) => change({ gain })}
      />
      <RangeRow
        label={t('tools.field.offset')}
        names={names(t('tools.field.offset'))}
        value={step.offset}
        min={-255}
        max={255}
        onChange={(offset) => change({ offset })}
      />
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
