import { clipBox, joinBoxes, type PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { ByteImage } from '../../../imaging/image.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { drawDisplayed } from '../../stage/draw-displayed.ts';
import { useDisplay } from '../../stage/use-display.ts';
import type { Extent } from '../../stage/viewport.ts';
import { createLabelRaster, type LabelRaster } from './label-raster.ts';

/** The map's pictures, which every panel draws from, and news of their changes. */
export interface MapRasters {
  /** Null before a painting is open. */
  size(): Extent | null;
  labels(): HTMLCanvasElement | null;
  /** The edges of all cells; kept up to date only while it is asked for. */
  outlines(): HTMLCanvasElement | null;
  /** Null without an image model. */
  image(): HTMLCanvasElement | null;
  /**
   * @param listener is told what to draw again, in map pixels; null is everything
   * @returns Ends it.
   */
  listen(listener: (dirty: PixelBox | null) => void): () => void;
  /** Ends following the studio. */
  stop(): void;
}

/** The image as the display settings show it. */
function rasterOfImage(image: ByteImage): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  if (context) drawDisplayed(context, image, useDisplay.getState());
  return canvas;
}

/** Follows the studio's painting and its image. */
export function createMapRasters(): MapRasters {
  const listeners = new Set<(dirty: PixelBox | null) => void>();
  const tell = (dirty: PixelBox | null) => {
    for (const listener of listeners) listener(dirty);
  };
  let labels: LabelRaster | null = null;
  let outlines: LabelRaster | null = null;
  let key = '';
  let image: HTMLCanvasElement | null = null;
  let imageOf: ByteImage | null = null;
  // Several segments of a stroke come within one frame; their pixels are drawn once.
  let staleLabels: PixelBox | null = null;
  let staleOutlines: PixelBox | null = null;

  const drawStale = (raster: LabelRaster | null, stale: PixelBox | null) => {
    const pixels = useStudio.getState().paintPixels();
    if (!pixels || !raster || !stale) return;
    const { width, height } = pixels;
    raster.draw({ width, height, data: pixels.labels }, pixels.nuclei, stale);
  };

  const followKey = () => {
    const { paint, paintPixels } = useStudio.getState();
    const pixels = paintPixels();
    if (!pixels) {
      labels = null;
      outlines = null;
      key = '';
      return;
    }
    const { width, height } = pixels;
    const isSame = labels && key === paint.key && labels.canvas.width === width;
    if (isSame && labels?.canvas.height === height) return;
    key = paint.key;
    labels = createLabelRaster(width, height, 'areas');
    outlines = createLabelRaster(width, height, 'outlines');
    staleLabels = { x: 0, y: 0, width, height };
    staleOutlines = staleLabels;
    tell(null);
  };

  const followImage = () => {
    const now = useStudio.getState().sample.pixels?.image ?? null;
    if (now === imageOf) return;
    imageOf = now;
    image = now && rasterOfImage(now);
    tell(null);
  };

  followKey();
  followImage();
  const stops = [
    useDisplay.subscribe(() => {
      image = imageOf && rasterOfImage(imageOf);
      tell(null);
    }),
    useStudio.subscribe((state, before) => {
      if (state.paint.key !== before.paint.key || state.paint.status !== before.paint.status) {
        followKey();
      }
      if (state.sample.pixels !== before.sample.pixels) followImage();
    }),
    useStudio.getState().onPaintChange((box) => {
      followKey();
      staleLabels = joinBoxes(staleLabels, box);
      // A pixel that changed may end or begin the edge of those beside it.
      const around = {
        x: box.x - 1,
        y: box.y - 1,
        width: box.width + 2,
        height: box.height + 2,
      };
      const size = labels?.canvas;
      staleOutlines = joinBoxes(staleOutlines, size ? clipBox(around, size) : null);
      tell(box);
    }),
  ];

  return {
    size: () => labels && { width: labels.canvas.width, height: labels.canvas.height },
    labels() {
      drawStale(labels, staleLabels);
      staleLabels = null;
      return labels?.canvas ?? null;
    },
    outlines() {
      drawStale(outlines, staleOutlines);
      staleOutlines = null;
      return outlines?.canvas ?? null;
    },
    image: () => image,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
