import { Dices, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SliderField } from '../controls/slider-field.tsx';
import { goBack, rollAgain, useJitter } from './jitter-state.ts';

/** How far the neighbours are, other ones, and the way back. */
export function JitterTools() {
  const { t } = useTranslation();
  const { strength, trail } = useJitter();
  return (
    <>
      <SliderField
        label={t('jitter.strength')}
        hint={t('jitter.strengthHint')}
        value={strength}
        min={0.01}
        max={1}
        step={0.01}
        digits={2}
        defaultValue={0.2}
        testId="jitter-strength"
        onChange={(next) => useJitter.setState({ strength: next })}
      />
      <button type="button" className="button small" data-testid="jitter-roll" onClick={rollAgain}>
        <Dices aria-hidden />
        {t('jitter.roll')}
      </button>
      <button
        type="button"
        className="button quiet small"
        data-testid="jitter-back"
        aria-label={t('jitter.backSteps', { n: trail.length })}
        disabled={trail.length === 0}
        onClick={goBack}
      >
        <Undo2 aria-hidden />
        <span className="wide">{t('jitter.back')}</span>
        {trail.length > 0 && <span className="number">{trail.length}</span>}
      </button>
    </>
  );
}
