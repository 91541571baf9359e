import type { ByteImage } from '../../imaging/image.ts';
import { labelColours } from '../../imaging/label-colours.ts';
import { tintLabels } from '../../imaging/tint-labels.ts';
import type { SamplePixels } from '../../pipeline/sample.ts';
import type { ViewMode } from '../../store/studio-state.ts';
import { displayedPixels } from './draw-displayed.ts';
import type { DisplaySettings } from './use-display.ts';

/**
 * The pixels of a view as RGBA; null when the sample has nothing for the mode. The display applies to images: masks and
 * labels have no levels to set.
 */
export function pixelsOfMode(
  sample: SamplePixels,
  mode: ViewMode,
  display: DisplaySettings,
): ImageData | null {
  if (mode === 'labels') return imageToRgba(labelColours(sample.labels));
  if (mode === 'mask') return imageToRgba(sample.mask);
  if (!sample.image) return null;
  const shown = displayedPixels(sample.image, display);
  if (mode === 'overlay' && display.overlayStyle === 'tint') {
    tintLabels(shown.data, sample.labels, display.tintOpacity);
  }
  return shown;
}

/** Grey, grey with alpha, RGB or RGBA as RGBA. */
export function imageToRgba(image: ByteImage): ImageData {
  const { width, height, channels, data } = image;
  const rgba = new ImageData(width, height);
  const grey = channels < 3;
  const alpha = channels === 2 || channels === 4;
  for (let pixel = 0, from = 0, to = 0; pixel < width * height; pixel++) {
    rgba.data[to] = data[from];
    rgba.data[to + 1] = data[grey ? from : from + 1];
    rgba.data[to + 2] = data[grey ? from : from + 2];
    rgba.data[to + 3] = alpha ? data[from + channels - 1] : 255;
    from += channels;
    to += 4;
  }
  return rgba;
}
