import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { NoteSection } from '../favourites/note-section.tsx';
import { LatentMenu } from './latent-menu.tsx';
import { LatentSection } from './latent-section.tsx';
import { MaskSection } from './mask-section.tsx';
import { StatisticsSection } from './statistics-section.tsx';
import { StyleSection } from './style-section.tsx';

/** Every setting of the sample, and what is known of it. */
export function Inspector() {
  const { t } = useTranslation();
  const resetView = useStudio((state) => state.resetView);
  return (
    <div className="inspector">
      <InspectorSection
        title={t('latent.title')}
        action={
          <span className="inspector-actions">
            <LatentMenu />
            <IconButton
              small
              label={t('inspector.resetAll')}
              icon={<RotateCcw />}
              onClick={resetView}
            />
          </span>
        }
      >
        <LatentSection />
      </InspectorSection>
      <InspectorSection title={t('mask.title')}>
        <MaskSection />
      </InspectorSection>
      <InspectorSection title={t('style.title')}>
        <StyleSection />
      </InspectorSection>
      <InspectorSection title={t('stats.title')}>
        <StatisticsSection />
      </InspectorSection>
      <NoteSection />
    </div>
  );
}
