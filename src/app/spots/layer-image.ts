import type { ByteImage } from '../../imaging/image.ts';
import type { SamplePixels } from '../../pipeline/sample.ts';
import type { SpotLayer } from './spots-surface.ts';

/** What a panel shows of a sample; null when there is no such thing. */
export function layerImage(pixels: SamplePixels, layer: SpotLayer): ByteImage | null {
  const { spots, image, mask } = pixels;
  switch (layer) {
    case 'composite':
      return image ?? mask;
    case 'cells':
      return spots ? spots.cells : image;
    case 'points':
      return spots?.mask ?? null;
    case 'light':
      return spots?.light ?? null;
  }
}
