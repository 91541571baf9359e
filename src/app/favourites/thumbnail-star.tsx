import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toggleSeedFavourite, useIsFavouriteSeed } from './use-favourites.ts';
import './favourites.css';

/** Marks a seed in the grid. */
export function ThumbnailStar({ seed, tabIndex }: { seed: number; tabIndex: number }) {
  const { t } = useTranslation();
  const marked = useIsFavouriteSeed(seed);
  return (
    <button
      type="button"
      className="thumb-pin thumb-star"
      tabIndex={tabIndex}
      data-testid={`star-${seed}`}
      aria-pressed={marked}
      aria-label={t(marked ? 'look.favourites.unmarkSeed' : 'look.favourites.markSeed', { seed })}
      onClick={() => toggleSeedFavourite(seed)}
    >
      <Star aria-hidden />
    </button>
  );
}
