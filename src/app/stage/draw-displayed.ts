import { applyDisplay, type Display } from '../../imaging/display-levels.ts';
import type { ByteImage } from '../../imaging/image.ts';

/** An image as the screen shows it under a display; the image stays as it is. */
export function displayedPixels(image: ByteImage, display: Display): ImageData {
  return new ImageData(applyDisplay(image, display), image.width, image.height);
}

/** Draws an image at its own size into the upper left corner of a canvas, under a display. */
export function drawDisplayed(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  image: ByteImage,
  display: Display,
): void {
  context.putImageData(displayedPixels(image, display), 0, 0);
}
