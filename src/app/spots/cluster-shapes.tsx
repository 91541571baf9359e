import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpotCluster } from '../../pipeline/spots-recipe.ts';
import type { Extent } from '../stage/viewport.ts';
import {
  type ClusterHandle,
  DRAWN_SIGMAS,
  dragHandle,
  handlePlaces,
  type Point,
} from './cluster-geometry.ts';
import { changeCluster } from './spot-actions.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';
import { useClusterName } from './use-cluster-name.ts';

/** Screen pixels from the end of the long axis to the handle that turns. */
const TURN_BEYOND = 26;

/** Where the sample is in the panel. */
interface Placement {
  left: number;
  top: number;
  scale: number;
}

interface Drag {
  id: number;
  index: number;
  handle: ClusterHandle;
  start: SpotCluster;
  from: Point;
}

let drags = 0;

/** The clusters as ellipses that can be focused and dragged, and the handles of the selected one. */
export function ClusterShapes(props: {
  clusters: readonly SpotCluster[];
  place: Placement;
  panel: Extent;
}) {
  const { clusters, place, panel } = props;
  const { t } = useTranslation();
  const nameOf = useClusterName();
  const selected = useSpotsSurface((surface) => surface.selected);
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<Drag | null>(null);

  const toSample = (event: PointerEvent): Point => {
    const box = svg.current?.getBoundingClientRect();
    const [x, y] = [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
    return { x: (x - place.left) / place.scale - 0.5, y: (y - place.top) / place.scale - 0.5 };
  };
  const begin = (event: PointerEvent, index: number, handle: ClusterHandle) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drags += 1;
    drag.current = { id: drags, index, handle, start: clusters[index], from: toSample(event) };
    setSpotsSurface({ selected: index, dragging: true, spot: null });
  };
  const move = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const changed = dragHandle(now.start, now.handle, now.from, toSample(event));
    changeCluster(now.index, changed, `drag ${now.id}`);
  };
  const end = () => {
    drag.current = null;
    setSpotsSurface({ dragging: false });
  };
  const follow = { onPointerMove: move, onPointerUp: end, onPointerCancel: end };
  const picked = selected === null ? undefined : clusters[selected];

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no drawing
    <svg
      ref={svg}
      className="plane cluster-shapes"
      style={{ left: 0, top: 0 }}
      width={panel.width}
      height={panel.height}
      role="group"
      aria-label={t('spots.clusters')}
    >
      {clusters.map((cluster, index) => (
        <Ellipse
          key={cluster.stream ?? index}
          cluster={cluster}
          index={index}
          place={place}
          selected={index === selected}
          name={nameOf(cluster, index)}
          onPointerDown={(event) => begin(event, index, 'centre')}
          {...follow}
        />
      ))}
      {picked && selected !== null && (
        <Handles
          cluster={picked}
          place={place}
          onPointerDown={(event, handle) => begin(event, selected, handle)}
          {...follow}
        />
      )}
    </svg>
  );
}

interface DragEvents {
  onPointerMove(event: PointerEvent): void;
  onPointerUp(): void;
  onPointerCancel(): void;
}

function onScreen({ left, top, scale }: Placement, { x, y }: Point): Point {
  return { x: left + (x + 0.5) * scale, y: top + (y + 0.5) * scale };
}

function Ellipse(
  props: DragEvents & {
    cluster: SpotCluster;
    index: number;
    place: Placement;
    selected: boolean;
    name: string;
    onPointerDown(event: PointerEvent): void;
  },
) {
  const { cluster, place, selected, index } = props;
  const { x, y } = onScreen(place, cluster);
  const shape = {
    cx: x,
    cy: y,
    rx: DRAWN_SIGMAS * cluster.sigmaMajor * place.scale,
    ry: DRAWN_SIGMAS * cluster.sigmaMinor * place.scale,
    transform: `rotate(${cluster.angleDegrees} ${x} ${y})`,
  };
  const { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button inside of SVG
    <g
      className="cluster"
      role="button"
      tabIndex={0}
      aria-pressed={selected}
      aria-label={props.name}
      data-testid={`cluster-shape-${index}`}
      data-selected={selected}
      onFocus={() => setSpotsSurface({ selected: index })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
    >
      <ellipse className="cluster-halo" {...shape} />
      <ellipse className="cluster-area" {...shape} />
      <ellipse className="cluster-inner" {...shape} rx={shape.rx / 2} ry={shape.ry / 2} />
      <path className="cluster-middle" d={`M${x - 4} ${y}h8M${x} ${y - 4}v8`} />
    </g>
  );
}

const HANDLES: readonly ClusterHandle[] = ['along', 'across', 'turn', 'centre'];

function Handles(
  props: DragEvents & {
    cluster: SpotCluster;
    place: Placement;
    onPointerDown(event: PointerEvent, handle: ClusterHandle): void;
  },
) {
  const { cluster, place, onPointerDown, onPointerMove, onPointerUp, onPointerCancel } = props;
  const places = handlePlaces(cluster, TURN_BEYOND / place.scale);
  const at = (handle: ClusterHandle) => onScreen(place, places[handle]);
  const [end, turn] = [at('along'), at('turn')];
  return (
    <g className="cluster cluster-handles" aria-hidden>
      <path className="cluster-arm" d={`M${end.x} ${end.y}L${turn.x} ${turn.y}`} />
      {HANDLES.map((handle) => (
        <g
          key={handle}
          className="cluster-handle"
          data-handle={handle}
          data-testid={`handle-${handle}`}
          transform={`translate(${at(handle).x} ${at(handle).y})`}
          onPointerDown={(event) => onPointerDown(event, handle)}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerCancel}
        >
          <circle className="cluster-grip" r="13" />
          <circle className="cluster-knob" r={handle === 'turn' ? 4.5 : 5.5} />
        </g>
      ))}
    </g>
  );
}
