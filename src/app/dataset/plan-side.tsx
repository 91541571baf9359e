import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FRESH_DRAFT } from '../../store/plan-draft.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { FilesSection } from './files-section.tsx';
import { GatesSection } from './gates-section.tsx';
import { LookSection } from './look-section.tsx';
import { ReportSection } from './report-section.tsx';
import { SamplesSection } from './samples-section.tsx';

/** Every setting of the plan. */
export function PlanSide() {
  const { t } = useTranslation();
  const update = useStudio((state) => state.updatePlan);
  return (
    <div className="inspector plan-side">
      <InspectorSection
        title={t('dataset.samples')}
        action={
          <IconButton
            small
            label={t('dataset.resetPlan')}
            icon={<RotateCcw />}
            onClick={() => update(FRESH_DRAFT)}
          />
        }
      >
        <SamplesSection />
      </InspectorSection>
      <InspectorSection title={t('dataset.look')}>
        <LookSection />
      </InspectorSection>
      <InspectorSection title={t('dataset.gates')}>
        <GatesSection />
      </InspectorSection>
      <InspectorSection title={t('dataset.files')}>
        <FilesSection />
      </InspectorSection>
      <InspectorSection title={t('dataset.reportTitle')}>
        <ReportSection />
      </InspectorSection>
    </div>
  );
}
