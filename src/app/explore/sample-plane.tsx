import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplePixels } from '../../pipeline/sample.ts';
import type { ViewMode } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { labelCss } from '../stage/label-css.ts';
import { outlinesOf } from '../stage/outlines.ts';
import { pixelsOfMode } from '../stage/paint-pixels.ts';
import { useDisplay } from '../stage/use-display.ts';
import { type Extent, placeImage } from '../stage/viewport.ts';
import { type Side, useSurface } from './explore-state.ts';

/** The sample's pixels, with outlines drawn above them at the screen's own resolution. */
export function SamplePlane(props: {
  side: Side;
  mode: ViewMode;
  pixels: SamplePixels;
  panel: Extent;
}) {
  const { mode, pixels } = props;
  const { t } = useTranslation();
  const seed = useStudio((state) => state.sample.recipe?.seed ?? state.view.seed);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = pixels.mask;
  const viewport = useSurface((surface) => surface.viewport);
  const display = useDisplay();
  const place = placeImage(viewport, props.panel, pixels.mask);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const rgba = pixelsOfMode(pixels, mode, display);
    if (rgba) context.putImageData(rgba, 0, 0);
    else context.clearRect(0, 0, width, height);
  }, [pixels, mode, display, width, height]);

  const box = {
    left: Math.round(place.left),
    top: Math.round(place.top),
    width: width * place.scale,
    height: height * place.scale,
  };
  return (
    <>
      <canvas
        ref={canvas}
        className="pixels plane"
        style={box}
        width={width}
        height={height}
        role="img"
        aria-label={t('view.canvas', { mode: t(`view.${mode}`), seed })}
      />
      <svg className="plane outlines" style={box} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {mode === 'overlay' && display.overlayStyle === 'outlines' && (
          <g opacity={display.outlinesOpacity}>
            <Outlines pixels={pixels} />
          </g>
        )}
        <Marks pixels={pixels} side={props.side} />
      </svg>
    </>
  );
}

function Outlines({ pixels }: { pixels: SamplePixels }) {
  return useMemo(
    () =>
      [...outlinesOf(pixels.labels)].map(([id, path]) => (
        <path key={id} d={path} className="outline" stroke={labelCss(id)} />
      )),
    [pixels],
  );
}

/** The picked cell, the cell under the pointer, and where the pointer is in the other view. */
function Marks({ pixels, side }: { pixels: SamplePixels; side: Side }) {
  const picked = useStudio((state) => state.pickedInstance);
  const hover = useSurface((surface) => surface.hover);
  const { labels } = pixels;
  const paths = picked === null && !hover ? null : outlinesOf(labels);
  const under = hover ? labels.data[hover.y * labels.width + hover.x] : 0;
  return (
    <>
      {under !== 0 && under !== picked && <path className="mark hovered" d={paths?.get(under)} />}
      {picked !== null && (
        <>
          <path className="mark halo" d={paths?.get(picked)} />
          <path className="mark picked" d={paths?.get(picked)} />
        </>
      )}
      {hover && hover.side !== side && (
        <path
          className="mark ghost"
          d={`M${hover.x + 0.5} 0V${labels.height}M0 ${hover.y + 0.5}H${labels.width}`}
        />
      )}
    </>
  );
}
