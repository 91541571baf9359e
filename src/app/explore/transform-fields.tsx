import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransformRecipe } from '../../pipeline/recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { SliderField } from '../controls/slider-field.tsx';

/** Shift and turn of the Fourier features; folded away while nothing is moved. */
export function TransformFields() {
  const { t } = useTranslation();
  const transform = useStudio((state) => state.view.transform);
  const updateView = useStudio((state) => state.updateView);
  const moved =
    transform.translateX !== 0 || transform.translateY !== 0 || transform.rotateDegrees !== 0;
  const [open, setOpen] = useState(moved);
  const move = (patch: Partial<TransformRecipe>) =>
    updateView({ transform: { ...transform, ...patch } });
  const shift = (axis: 'translateX' | 'translateY') => (
    <SliderField
      label={t(`latent.${axis}`)}
      value={transform[axis]}
      min={-0.5}
      max={0.5}
      step={0.01}
      digits={2}
      defaultValue={0}
      origin={0}
      testId={`${axis}-slider`}
      valueTestId={`${axis}-value`}
      onChange={(value) => move({ [axis]: value })}
    />
  );
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen}>
      <Collapsible.Trigger className="button quiet small disclosure" data-testid="transform">
        <ChevronRight aria-hidden />
        {t('latent.transform')}
        {moved && !open && (
          <span className="hint number">
            {transform.translateX}, {transform.translateY}, {transform.rotateDegrees}°
          </span>
        )}
      </Collapsible.Trigger>
      <Collapsible.Content className="folded">
        {shift('translateX')}
        {shift('translateY')}
        <SliderField
          label={t('latent.rotate')}
          value={transform.rotateDegrees}
          min={-180}
          max={180}
          step={1}
          defaultValue={0}
          origin={0}
          suffix={t('unit.degrees')}
          testId="rotate-slider"
          valueTestId="rotate-value"
          onChange={(rotateDegrees) => move({ rotateDegrees })}
        />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
