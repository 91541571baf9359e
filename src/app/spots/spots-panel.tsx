import { CircleDot, Layers2, Microscope, Sparkles } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spot } from '../../imaging/spots/spot.ts';
import type { SamplePixels } from '../../pipeline/sample.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Segmented } from '../controls/segmented.tsx';
import { SampleStatus } from '../explore/sample-status.tsx';
import { DisplayMenu } from '../stage/display-menu.tsx';
import { outlinesOf } from '../stage/outlines.ts';
import { useExtent } from '../stage/use-extent.ts';
import { placeImage } from '../stage/viewport.ts';
import { ClusterShapes } from './cluster-shapes.tsx';
import { LayerCanvas } from './layer-canvas.tsx';
import { layerImage } from './layer-image.ts';
import { addCluster } from './spot-actions.ts';
import { SpotMarks } from './spot-marks.tsx';
import { SpotsMessage } from './spots-message.tsx';
import { SPOT_LAYERS, setSpotsSurface, useSpotsSurface } from './spots-surface.ts';
import { SpotsZoom } from './spots-zoom.tsx';
import { usePanZoom } from './use-pan-zoom.ts';

const ICONS = { composite: Layers2, cells: Microscope, points: CircleDot, light: Sparkles };

/** One large view of the sample: a layer of it, the clusters above, and the spots of this moment. */
export function SpotsPanel(props: { side: 'left' | 'right'; spots: readonly Spot[] }) {
  const { side, spots } = props;
  const { t } = useTranslation();
  const layer = useSpotsSurface((surface) => surface[side]);
  const sideBySide = useSpotsSurface((surface) => surface.sideBySide);
  const viewport = useSpotsSurface((surface) => surface.viewport);
  const pixels = useStudio((state) => state.sample.pixels);
  const busy = useStudio((state) => state.sample.status === 'busy');
  const clusters = useStudio((state) => state.view.spots?.clusters);
  const stage = useRef<HTMLDivElement>(null);
  const panel = useExtent(stage);
  const size = pixels && { width: pixels.mask.width, height: pixels.mask.height };
  usePanZoom(stage, panel, size, {
    onClick: () => setSpotsSurface({ selected: null, spot: null }),
    onDoubleClick: addCluster,
  });
  const place = size && panel.width > 0 ? placeImage(viewport, panel, size) : null;
  const image = pixels && layerImage(pixels, layer);
  const hasSpots = Boolean(clusters);

  return (
    <section className="view" aria-label={t(`view.${side}`)} data-testid={`spots-${side}`}>
      <header className="view-head">
        <Segmented
          label={t('view.mode')}
          value={layer}
          onChange={(value) => setSpotsSurface({ [side]: value })}
          segments={SPOT_LAYERS.map((value) => {
            const Icon = ICONS[value];
            const missing = !hasSpots && (value === 'points' || value === 'light');
            return {
              value,
              label: t(`spots.layer.${value}`),
              icon: <Icon aria-hidden />,
              disabled: missing,
              hint: missing ? t('spots.noSpots') : t(`spots.layerHint.${value}`),
            };
          })}
        />
        {side === 'left' && <SampleStatus />}
        {(side === 'right' || !sideBySide) && size && place && (
          <span className="spots-view-tools">
            <DisplayMenu image={image} />
            <SpotsZoom panel={panel} image={size} />
          </span>
        )}
      </header>
      <div className="stage spots-stage" ref={stage} data-layer={layer}>
        {busy && <div className="busy-line" aria-hidden />}
        {pixels && size && place && (
          <>
            {image && (
              <LayerCanvas
                layer={layer}
                image={image}
                box={{
                  left: Math.round(place.left),
                  top: Math.round(place.top),
                  width: size.width * place.scale,
                  height: size.height * place.scale,
                }}
              />
            )}
            <CellOutlines pixels={pixels} place={place} />
            <Marks spots={spots} busy={busy} place={place} panel={panel} />
            {side === 'left' && clusters && (
              <ClusterShapes clusters={clusters} place={place} panel={panel} />
            )}
          </>
        )}
        <SpotsMessage side={side} hasLayer={Boolean(image)} />
      </div>
    </section>
  );
}

/** Spots are marked while a handle is held or the image is not there yet, and always where a person wants it. */
function Marks(props: {
  spots: readonly Spot[];
  busy: boolean;
  place: { left: number; top: number; scale: number };
  panel: { width: number; height: number };
}) {
  const marks = useSpotsSurface((surface) => surface.marks);
  const dragging = useSpotsSurface((surface) => surface.dragging);
  const pointed = useSpotsSurface((surface) => surface.spot);
  return (
    <SpotMarks
      spots={props.spots}
      pointed={pointed}
      all={marks || dragging || props.busy}
      place={props.place}
      panel={props.panel}
    />
  );
}

function CellOutlines(props: {
  pixels: SamplePixels;
  place: { left: number; top: number; scale: number };
}) {
  const { pixels, place } = props;
  const shown = useSpotsSurface((surface) => surface.outlines);
  const { width, height } = pixels.labels;
  const paths = useMemo(
    () => (shown ? [...outlinesOf(pixels.labels).values()].join('') : ''),
    [shown, pixels.labels],
  );
  if (!shown) return null;
  return (
    <svg
      className="plane outlines"
      style={{
        left: Math.round(place.left),
        top: Math.round(place.top),
        width: width * place.scale,
        height: height * place.scale,
      }}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
    >
      <path className="outline cell-outline" d={paths} />
    </svg>
  );
}
