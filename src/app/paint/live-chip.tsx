import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { formatMilliseconds } from '../format/quantities.ts';

/** After so long an age says nothing. */
const OLD_MS = 60_000;
const TICK_MS = 1000;

/** How long ago the image was made, in milliseconds; null before there is one. It ticks until it is old. */
function useImageAge(): number | null {
  const pixels = useStudio((state) => state.sample.pixels);
  const madeAt = useRef<{ of: typeof pixels; at: number }>({ of: null, at: 0 });
  const [, tick] = useState(0);
  if (madeAt.current.of !== pixels) madeAt.current = { of: pixels, at: performance.now() };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another image begins anew
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), TICK_MS);
    const stop = setTimeout(() => clearInterval(timer), OLD_MS + TICK_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(stop);
    };
  }, [pixels]);
  return pixels && performance.now() - madeAt.current.at;
}

/** Says how fresh the image is. */
export function LiveChip() {
  const { t, i18n } = useTranslation();
  const status = useStudio((state) => state.sample.status);
  const age = useImageAge();
  const words = () => {
    if (status === 'failed') return t('paint.imageFailed');
    if (status === 'busy') return t('paint.updating');
    if (age === null || age > OLD_MS) return t('paint.updatedNow');
    return t('paint.updated', { ago: formatMilliseconds(age, i18n.language) });
  };
  return (
    <span className="stage-chip number" data-testid="live-chip" data-status={status}>
      <i className="dot" aria-hidden />
      {t('paint.live')} · {words()}
    </span>
  );
}
