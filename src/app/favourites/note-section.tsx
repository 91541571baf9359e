import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { FavouriteButton } from './favourite-button.tsx';
import { useKeptOfView } from './use-favourites.ts';
import './favourites.css';

/** What a person writes of the sample in view; it is kept as it is typed. */
export function NoteSection() {
  const { t } = useTranslation();
  const { recipe, kept } = useKeptOfView();
  const setNote = useStudio((state) => state.setNote);
  const hint = useId();
  return (
    <InspectorSection
      title={t('look.favourites.note')}
      action={
        <span className="inspector-actions">
          <FavouriteButton />
        </span>
      }
    >
      <textarea
        className="field note-field"
        rows={2}
        aria-label={t('look.favourites.note')}
        aria-describedby={hint}
        placeholder={t('look.favourites.placeholder')}
        data-testid="note"
        disabled={!recipe}
        value={kept?.note ?? ''}
        onChange={(event) => recipe && setNote(recipe, event.target.value)}
      />
      <p id={hint} className="hint">
        {t('look.favourites.noteHint')}
      </p>
    </InspectorSection>
  );
}
