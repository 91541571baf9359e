import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/quantities.ts';
import { toggleCurrentFavourite, useFavourites, useKeptOfView } from './use-favourites.ts';

/** How many favourites there are, and one more. */
export function FavouriteTools() {
  const { t, i18n } = useTranslation();
  const count = useFavourites().length;
  const { recipe, kept } = useKeptOfView();
  return (
    <>
      <button
        type="button"
        className="button small"
        data-testid="favourite-add"
        disabled={!recipe || kept?.favourite}
        onClick={toggleCurrentFavourite}
      >
        <Star aria-hidden />
        {t('look.favourites.add')}
      </button>
      <span className="hint number">
        {t('look.favourites.count', { count, formatted: formatNumber(count, i18n.language) })}
      </span>
    </>
  );
}
