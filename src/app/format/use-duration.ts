import { useTranslation } from 'react-i18next';
import { roundDuration } from './quantities.ts';

/** Seconds in words of the language, e.g. `12 min`. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    const { unit, n } = roundDuration(seconds);
    return t(`unit.${unit}`, { n });
  };
}
