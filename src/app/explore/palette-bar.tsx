import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StylePalette } from '../../pipeline/recipe.ts';
import { clusterCount, paletteFor } from '../../store/recipe-of-view.ts';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';

/** The palettes the model can paint, with that of the view, which may have come with a link. */
function usePalettes(model: ModelEntry): { current: StylePalette | null; all: StylePalette[] } {
  const kept = useStudio((state) => state.palettes);
  const current = paletteFor(
    model.manifest,
    useStudio((state) => state.view.style.palette),
  );
  const fitting = kept.filter((palette) => paletteFor(model.manifest, palette));
  const known = !current || fitting.some(({ name }) => name === current.name);
  return { current, all: known ? fitting : [...fitting, current] };
}

/** The model's styles and the person's own, of which one set is in use. */
export function PaletteBar({ model }: { model: ModelEntry }) {
  const { t } = useTranslation();
  const { current, all } = usePalettes(model);
  const { usePalette: choose, forgetPalette } = useStudio.getState();
  if (all.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a box of its own
    <div className="palettes" role="group" aria-label={t('style.palettes')}>
      {clusterCount(model.manifest) > 0 && (
        <span className="palette">
          <button
            type="button"
            aria-pressed={!current}
            data-testid="palette-model"
            onClick={() => choose(null)}
          >
            {t('style.ofModel')}
          </button>
        </span>
      )}
      {all.map((palette) => (
        <span className="palette" key={palette.name}>
          <button
            type="button"
            aria-pressed={palette.name === current?.name}
            title={palette.name}
            data-testid="palette-own"
            onClick={() => choose(palette)}
          >
            {palette.name}
          </button>
          <button
            type="button"
            className="palette-forget"
            aria-label={t('style.forget', { name: palette.name })}
            title={t('style.forget', { name: palette.name })}
            data-testid="palette-forget"
            onClick={() => forgetPalette(palette.name)}
          >
            <X aria-hidden />
          </button>
        </span>
      ))}
    </div>
  );
}
