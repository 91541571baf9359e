import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasRecipe } from '../../pipeline/recipe.ts';
import { canvasOf, resizeCanvas } from '../../pipeline/resize-canvas.ts';
import { useStudio } from '../../store/studio-store.ts';
import { shrinksInGrid } from '../../store/thumbnail-canvas.ts';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { Tip } from '../controls/tip.tsx';
import { CanvasCost } from './canvas-cost.tsx';
import { useSampleCost } from './use-sample-cost.ts';

const TIMES = [1, 2, 3];
const SMALLEST_SIDE = 8;
/** Beyond it, one does not look at a field but makes a data set. */
const LARGEST_SIDE = 8192;

/** A sample that takes longer is not made before a person has seen how long. */
const PATIENCE_MS = 15_000;

/**
 * How much of the field StyleGAN3 draws, in training sizes or in pixels of the generator; cells keep their size.
 * @param side the model's training size
 */
export function CanvasField({ side }: { side: number }) {
  const { t } = useTranslation();
  const canvas = useStudio((state) => state.view.canvas);
  const size = useStudio((state) => state.view.size);
  const updateView = useStudio((state) => state.updateView);
  const costOf = useSampleCost(side);
  const [isCustom, setCustom] = useState(false);
  const [waiting, setWaiting] = useState<CanvasRecipe | null>(null);
  // A link or a reset brings another canvas; what waited for the former one waits no more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the canvas is what it is about.
  useEffect(() => setWaiting(null), [canvas]);

  const shown = waiting ?? canvasOf({ canvas }, side);
  const square = TIMES.find((n) => shown.width === n * side && shown.height === n * side);
  const custom = isCustom || square === undefined;
  const draw = (wanted: CanvasRecipe) => {
    setWaiting(null);
    updateView(resizeCanvas({ canvas, size }, wanted, side));
  };
  const choose = (wanted: CanvasRecipe) => {
    const { ms } = costOf(resizeCanvas({ canvas, size }, wanted, side));
    if (ms !== null && ms > PATIENCE_MS) setWaiting(wanted);
    else draw(wanted);
  };
  const sideField = (name: 'width' | 'height', label: string) => (
    <NumberField
      value={shown[name]}
      min={SMALLEST_SIDE}
      max={LARGEST_SIDE}
      step={side / 4}
      label={label}
      className="inline-number"
      testId={`canvas-${name}`}
      onChange={(value) => choose({ ...shown, [name]: value })}
    />
  );
  return (
    <div className="canvas-field" data-testid="canvas">
      <div className="control-row">
        <Tip text={t('mask.canvasHint', { side })}>
          <span className="control-label">{t('mask.canvas')}</span>
        </Tip>
        <Segmented
          label={t('mask.canvas')}
          value={custom ? 'custom' : String(square)}
          segments={[
            ...TIMES.map((n) => ({
              value: String(n),
              label: `${n}×`,
              hint: `${n * side} × ${n * side} ${t('unit.px')}`,
            })),
            { value: 'custom', label: t('mask.canvasCustom') },
          ]}
          onChange={(value) => {
            setCustom(value === 'custom');
            const pixels = Number(value) * side;
            if (value !== 'custom') choose({ width: pixels, height: pixels });
          }}
        />
      </div>
      {custom && (
        <div className="control-row canvas-sides">
          <span className="hint">{t('mask.canvasSides')}</span>
          <span className="slider-value">
            {sideField('width', t('mask.canvasWidth'))} ×
            {sideField('height', t('mask.canvasHeight'))} {t('unit.px')}
          </span>
        </div>
      )}
      {(waiting || canvas) && (
        <CanvasCost
          cost={costOf(resizeCanvas({ canvas, size }, shown, side))}
          showsMiddle={shrinksInGrid(canvas, side)}
          onDraw={waiting && (() => draw(waiting))}
        />
      )}
    </div>
  );
}
