import { ImageOff, Star, X } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptSample } from '../../store/kept-sample.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatNumber } from '../format/quantities.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** What a kept sample is called, and what is special about it. */
function useWords({ recipe, name }: KeptSample): { title: string; facts: string } {
  const { t, i18n } = useTranslation();
  const title = name || t('view.caption', { seed: recipe.seed });
  const facts = [
    `ψ ${formatNumber(recipe.psi, i18n.language, 2)}`,
    recipe.blend.length > 0 && t('latent.blend', { count: recipe.blend.length }),
    recipe.edits && t('look.favourites.edited'),
  ];
  return { title, facts: facts.filter(Boolean).join(' · ') };
}

/** One favourite: its mask, its name, its note; a click opens it. */
export const FavouriteCard = memo(function FavouriteCard(props: {
  sample: KeptSample;
  selected: boolean;
}) {
  const { sample, selected } = props;
  const { t } = useTranslation();
  const { title, facts } = useWords(sample);
  const status = useStudio((state) => state.keptThumbnails.get(sample.id)?.status ?? 'waiting');
  const image = useStudio((state) => state.keptThumbnails.get(sample.id)?.image ?? null);
  const { openRecipe, removeFavourite } = useStudio.getState();
  return (
    <li className="favourite" data-selected={selected} data-testid="favourite-card">
      <button
        type="button"
        className="favourite-open"
        aria-current={selected}
        aria-label={t('look.favourites.open', { name: title })}
        title={sample.note || undefined}
        onClick={() => void openRecipe(sample.recipe)}
      >
        <span className="favourite-picture" data-status={status}>
          {image && <PixelCanvas image={image} label="" smooth />}
          {status === 'failed' && (
            <span title={t('look.favourites.otherModel')}>
              <ImageOff aria-hidden />
            </span>
          )}
        </span>
        <span className="favourite-words">
          <strong className="number">
            {title}
            {sample.favourite && <Star aria-hidden />}
          </strong>
          <small className="number">{facts}</small>
          <span className="favourite-note">{sample.note}</span>
        </span>
      </button>
      <button
        type="button"
        className="favourite-remove"
        aria-label={t('look.favourites.remove', { name: title })}
        title={t('look.favourites.remove', { name: title })}
        data-testid="favourite-remove"
        onClick={() => removeFavourite(sample.id)}
      >
        <X aria-hidden />
      </button>
    </li>
  );
});
