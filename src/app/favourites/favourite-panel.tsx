import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { FavouriteCard } from './favourite-card.tsx';
import { useFavourites, useKeptOfView } from './use-favourites.ts';
import './favourites.css';

/** Every sample that is marked or written about, the newest first. */
export function FavouritePanel() {
  const { t } = useTranslation();
  const favourites = useFavourites();
  const { kept } = useKeptOfView();
  const showKept = useStudio((state) => state.showKept);
  const ready = useStudio((state) => state.modelsStatus === 'ready');
  const maskModel = useStudio((state) => state.maskModel);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model may draw what failed before
  useEffect(() => {
    if (ready) showKept(favourites);
    return () => showKept([]);
  }, [favourites, showKept, ready, maskModel]);
  if (favourites.length === 0) {
    return <p className="seeds-empty hint">{t('look.favourites.none')}</p>;
  }
  return (
    <ul
      className="favourite-list"
      data-testid="favourite-list"
      aria-label={t('look.favourites.title')}
    >
      {favourites.map((sample) => (
        <FavouriteCard key={sample.id} sample={sample} selected={sample.id === kept?.id} />
      ))}
    </ul>
  );
}
