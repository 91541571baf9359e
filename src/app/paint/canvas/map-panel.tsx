import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { useExtent } from '../../stage/use-extent.ts';
import { usePaintSurface } from '../paint-surface.ts';
import type { MapRasters } from './map-rasters.ts';
import type { PanelShows } from './panel-layers.ts';
import { createPanelScene, type PanelScene } from './panel-scene.ts';
import { usePanelPointers } from './use-panel-pointers.ts';
import './map-panel.css';

/**
 * A view of the map that is painted on: labels, image, or both. Every tool works on each of them.
 * @param props.isMain The one that has the keyboard.
 */
export function MapPanel(props: {
  rasters: MapRasters;
  shows: PanelShows;
  isMain: boolean;
  children?: ReactNode;
}) {
  const { rasters, shows, isMain } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLCanvasElement>(null);
  const selection = useRef<HTMLCanvasElement>(null);
  const cursor = useRef<HTMLCanvasElement>(null);
  const scene = useRef<PanelScene>(null);
  const panel = useExtent(root);
  const tool = usePaintSurface((surface) => surface.tool);
  const spaceHeld = usePaintSurface((surface) => surface.spaceHeld);
  const { width, height, cells } = useStudio((state) => state.paint);
  usePanelPointers(root, rasters);

  useEffect(() => {
    if (!map.current || !selection.current || !cursor.current) return;
    const elements = { map: map.current, selection: selection.current, cursor: cursor.current };
    scene.current = createPanelScene(elements, rasters, shows);
    if (root.current) {
      scene.current.resize({ width: root.current.clientWidth, height: root.current.clientHeight });
    }
    return () => scene.current?.stop();
  }, [rasters, shows]);
  useLayoutEffect(() => scene.current?.resize(panel), [panel]);

  // Keys act on pixels here, as in a drawing program; there are buttons for the rest.
  const meaning = isMain
    ? {
        role: 'application',
        'aria-label': t('paint.canvas', { width, height, count: cells }),
        'aria-describedby': 'paint-canvas-help',
        tabIndex: 0,
      }
    : { role: 'img', 'aria-label': t('paint.live') };

  return (
    <div
      ref={root}
      className="map-panel"
      data-testid={isMain ? 'paint-canvas' : 'paint-image'}
      data-tool={spaceHeld ? 'pan' : tool}
      data-shows={shows}
      {...meaning}
    >
      <canvas ref={map} aria-hidden />
      <canvas ref={selection} aria-hidden />
      <canvas ref={cursor} aria-hidden />
      {props.children}
    </div>
  );
}
