import { LocateFixed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LARGEST_SEED } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { formatNumber } from '../format/quantities.ts';
import { setSurface } from './explore-state.ts';
import { useSeedsOnScreen } from './seed-panel.tsx';

/** The way through four billion seeds: a jump, the way back to the seed in view, and where the grid is. */
export function EndlessFields() {
  const { t, i18n } = useTranslation();
  const seed = useStudio((state) => state.view.seed);
  const updateView = useStudio((state) => state.updateView);
  const { first, last } = useSeedsOnScreen();
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <>
      <span className="control-label">{t('grid.jump')}</span>
      <NumberField
        value={seed}
        min={0}
        max={LARGEST_SEED}
        step={1}
        label={t('grid.jump')}
        className="jump-field"
        testId="grid-jump"
        onChange={(next) => updateView({ seed: next, blend: [] })}
      />
      <IconButton
        small
        label={t('grid.reveal')}
        icon={<LocateFixed />}
        data-testid="grid-reveal"
        onClick={() => setSurface(({ reveal }) => ({ reveal: reveal + 1 }))}
      />
      <span className="hint number on-screen" data-testid="grid-on-screen" data-first={first}>
        {t('grid.onScreen', {
          first: number(first),
          last: number(last),
          all: number(LARGEST_SEED + 1),
        })}
      </span>
    </>
  );
}
