import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByteImage } from '../../imaging/image.ts';
import { useStudio } from '../../store/studio-store.ts';
import { drawDisplayed } from '../stage/draw-displayed.ts';
import { useDisplay } from '../stage/use-display.ts';
import type { SpotLayer } from './spots-surface.ts';

/** One layer of the sample, where the viewport puts it. */
export function LayerCanvas(props: {
  layer: SpotLayer;
  image: ByteImage;
  box: { left: number; top: number; width: number; height: number };
}) {
  const { layer, image, box } = props;
  const { t } = useTranslation();
  const seed = useStudio((state) => state.sample.recipe?.seed ?? state.view.seed);
  const display = useDisplay();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) drawDisplayed(context, image, display);
  }, [image, display]);
  return (
    <canvas
      ref={canvas}
      className="pixels plane"
      style={box}
      width={image.width}
      height={image.height}
      role="img"
      aria-label={t('view.canvas', { mode: t(`spots.layer.${layer}`), seed })}
      data-testid={`layer-${layer}`}
    />
  );
}
