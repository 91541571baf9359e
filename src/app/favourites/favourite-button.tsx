import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { toggleCurrentFavourite, useKeptOfView } from './use-favourites.ts';
import './favourites.css';

/** Marks the sample in view. */
export function FavouriteButton() {
  const { t } = useTranslation();
  const { recipe, kept } = useKeptOfView();
  const marked = kept?.favourite ?? false;
  return (
    <IconButton
      small
      label={t(marked ? 'look.favourites.unmark' : 'look.favourites.mark')}
      keys="F"
      icon={<Star />}
      className="favourite-button"
      aria-pressed={marked}
      disabled={!recipe}
      data-testid="favourite"
      onClick={toggleCurrentFavourite}
    />
  );
}
