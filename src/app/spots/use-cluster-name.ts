import { useTranslation } from 'react-i18next';
import type { SpotCluster } from '../../pipeline/spots-recipe.ts';
import { formatNumber } from '../format/quantities.ts';

/** A cluster in words, for those who do not see it: number, spots, place, spread, angle. */
export function useClusterName(): (cluster: SpotCluster, index: number) => string {
  const { t, i18n } = useTranslation();
  const say = (value: number) => formatNumber(value, i18n.language, 1);
  return ({ count, x, y, sigmaMajor, sigmaMinor, angleDegrees }, index) =>
    t('spots.clusterInWords', {
      number: index + 1,
      count,
      x: say(x),
      y: say(y),
      along: say(sigmaMajor),
      across: say(sigmaMinor),
      angle: say(angleDegrees),
    });
}
