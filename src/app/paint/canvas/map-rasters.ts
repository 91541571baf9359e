import { joinBoxes, type PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { ByteImage } from '../../../imaging/image.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { imageToRgba } from '../../stage/paint-pixels.ts';
import type { Extent } from '../../stage/viewport.ts';
import { createLabelRaster, type LabelRaster } from './label-raster.ts';

/** The map's pictures, which every panel draws from, and news of their changes. */
export interface MapRasters {
  /** Null before a painting is open. */
  size(): Extent | null;
  labels(): HTMLCanvasElement | null;
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

function rasterOfImage(image: ByteImage): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(imageToRgba(image), 0, 0);
  return canvas;
}

/** Follows the studio's painting and its image. */
export function createMapRasters(): MapRasters {
  const listeners = new Set<(dirty: PixelBox | null) => void>();
  const tell = (dirty: PixelBox | null) => {
    for (const listener of listeners) listener(dirty);
  };
  let labels: LabelRaster | null = null;
  let key = '';
  let image: HTMLCanvasElement | null = null;
  let imageOf: ByteImage | null = null;
  // Several segments of a stroke come within one frame; their pixels are drawn once.
  let stale: PixelBox | null = null;

  const drawStale = () => {
    const pixels = useStudio.getState().paintPixels();
    if (!pixels || !labels || !stale) return;
    const { width, height } = pixels;
    labels.draw({ width, height, data: pixels.labels }, pixels.nuclei, stale);
    stale = null;
  };

  const followKey = () => {
    const { paint, paintPixels } = useStudio.getState();
    const pixels = paintPixels();
    if (!pixels) {
      labels = null;
      key = '';
      return;
    }
    const { width, height } = pixels;
    const isSame = labels && key === paint.key && labels.canvas.width === width;
    if (isSame && labels?.canvas.height === height) return;
    key = paint.key;
    labels = createLabelRaster(width, height);
    stale = { x: 0, y: 0, width, height };
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
    useStudio.subscribe((state, before) => {
      if (state.paint.key !== before.paint.key || state.paint.status !== before.paint.status) {
        followKey();
      }
      if (state.sample.pixels !== before.sample.pixels) followImage();
    }),
    useStudio.getState().onPaintChange((box) => {
      followKey();
      stale = joinBoxes(stale, box);
      tell(box);
    }),
  ];

  return {
    size: () => labels && { width: labels.canvas.width, height: labels.canvas.height },
    labels() {
      drawStale();
      return labels?.canvas ?? null;
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
