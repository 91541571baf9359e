import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_STEPS, type ToolName } from '../../dataset/tools/tool-step.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { InspectorSection } from '../controls/inspector-section.tsx';
import { AugmentFields } from './fields/augment-fields.tsx';
import { CropFields } from './fields/crop-fields.tsx';
import { FloodFields } from './fields/flood-fields.tsx';
import { ResizeFields } from './fields/resize-fields.tsx';
import { SplitFields } from './fields/split-fields.tsx';
import { StyleGanFields } from './fields/stylegan-fields.tsx';
import { ThresholdFields } from './fields/threshold-fields.tsx';

/** Scripts that a tool's defaults do the same as. */
const ORIGINALS: Partial<Record<ToolName, string>> = {
  threshold: 'Threshold.py',
  flood: 'Flood.py',
  augment: 'Data_Augmentation.py',
  combine: 'Combine.py',
  resize: 'resize.py',
  stylegan: 'dataset_tool.py',
};

/** What the tool does, and its settings. */
export function ToolInspector() {
  const { t } = useTranslation();
  const tool = useStudio((state) => state.tool);
  const changeTool = useStudio((state) => state.changeTool);
  const script = ORIGINALS[tool];
  return (
    <div className="inspector">
      <InspectorSection
        title={t(`tools.name.${tool}`)}
        action={
          <IconButton
            small
            label={t('tools.field.reset')}
            icon={<RotateCcw />}
            data-testid="tool-reset"
            onClick={() => changeTool(DEFAULT_STEPS[tool])}
          />
        }
      >
        <p className="hint">{t(`tools.explain.${tool}`)}</p>
        {script && <p className="hint">{t('tools.field.original', { script })}</p>}
      </InspectorSection>
      <InspectorSection title={t('tools.settings')}>
        <ToolFields tool={tool} />
      </InspectorSection>
    </div>
  );
}

function ToolFields({ tool }: { tool: ToolName }) {
  const { t } = useTranslation();
  switch (tool) {
    case 'threshold':
      return <ThresholdFields />;
    case 'flood':
      return <FloodFields />;
    case 'augment':
      return <AugmentFields />;
    case 'combine':
      return <p className="hint">{t('tools.field.nothing')}</p>;
    case 'resize':
      return <ResizeFields />;
    case 'crop':
      return <CropFields />;
    case 'stylegan':
      return <StyleGanFields />;
    case 'split':
      return <SplitFields />;
  }
}
