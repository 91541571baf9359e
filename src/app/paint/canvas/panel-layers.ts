import type { MapLayer } from './draw-map.ts';
import type { MapRasters } from './map-rasters.ts';

/** What a panel shows. */
export type PanelShows = 'labels' | 'image' | 'overlay' | 'blink' | 'split';

/** How labels and image are put together. */
export interface LayerSettings {
  /** Cells over the image as outlines or as areas, and how much of them, 0..1. */
  overlayStyle: 'outlines' | 'tint';
  overlayOpacity: number;
  /** Where labels end and the image begins, 0..1. */
  split: number;
  /** The image's turn of the two that blink. */
  imageTurn: boolean;
}

/** The layers of a panel, the lowest first; without an image the labels are shown. */
export function layersOf(
  shows: PanelShows,
  rasters: Pick<MapRasters, 'labels' | 'outlines' | 'image'>,
  { overlayStyle, overlayOpacity, split, imageTurn }: LayerSettings,
): MapLayer[] {
  const labels = rasters.labels();
  const image = rasters.image();
  const whole = (source: HTMLCanvasElement | null, opacity = 1): MapLayer[] =>
    source ? [{ source, opacity, from: 0, to: 1 }] : [];
  if (shows === 'image') return whole(image);
  if (shows === 'labels' || !image) return whole(labels);
  if (shows === 'overlay') {
    const cells = overlayStyle === 'tint' ? labels : rasters.outlines();
    return [...whole(image), ...whole(cells, overlayOpacity)];
  }
  if (shows === 'blink') return whole(imageTurn ? image : labels);
  return [
    ...whole(labels).map((layer) => ({ ...layer, to: split })),
    ...whole(image).map((layer) => ({ ...layer, from: split })),
  ];
}
