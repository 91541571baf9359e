import { Blend, Contrast, Microscope, Shapes } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ViewMode } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Segmented } from '../controls/segmented.tsx';
import type { Side } from './explore-state.ts';

const ICONS = { mask: Contrast, labels: Shapes, image: Microscope, overlay: Blend };
const MODES = ['mask', 'labels', 'image', 'overlay'] as const;

/** The field of the view that says what a side shows. */
export function modeField(side: Side): 'leftView' | 'rightView' {
  return side === 'left' ? 'leftView' : 'rightView';
}

/** What a side shows. */
export function useMode(side: Side): ViewMode {
  return useStudio((state) => state.view[modeField(side)]);
}

/** What a side is to show. `label`: which side, where both pickers stand beside each other. */
export function ModePicker({ side, label }: { side: Side; label?: string }) {
  const { t } = useTranslation();
  const mode = useMode(side);
  const updateView = useStudio((state) => state.updateView);
  const hasImageModel = useStudio(
    (state) => state.imageModel !== null || state.modelsStatus === 'loading',
  );
  return (
    <Segmented
      label={label ?? t('view.mode')}
      value={mode}
      onChange={(value) => updateView({ [modeField(side)]: value })}
      segments={MODES.map((value) => {
        const Icon = ICONS[value];
        const missing = !hasImageModel && (value === 'image' || value === 'overlay');
        return {
          value,
          label: t(`view.${value}`),
          icon: <Icon aria-hidden />,
          disabled: missing,
          hint: missing ? t('view.noImage') : undefined,
        };
      })}
    />
  );
}
