import type { PixelBox } from '../../../imaging/editing/pixel-box.ts';
import { joinBoxes } from '../../../imaging/editing/pixel-box.ts';
import type { PaintPixels } from '../../../store/painting/paint-state.ts';
import { labelWords } from '../canvas/label-raster.ts';

/** The smallest box around cells; null when there are none. */
export function boxOfCells(pixels: PaintPixels, ids: readonly number[]): PixelBox | null {
  return ids.reduce<PixelBox | null>((all, id) => {
    const cell = pixels.cell(id);
    return cell ? joinBoxes(all, cell.box) : all;
  }, null);
}

/** Cells as a picture of their box, to be seen while they are moved. */
export function ghostOf(
  pixels: PaintPixels,
  ids: readonly number[],
  box: PixelBox,
): HTMLCanvasElement {
  const wanted = new Set(ids);
  const { width, height } = pixels;
  const words = labelWords({ width, height, data: pixels.labels }, pixels.nuclei, box);
  for (let y = 0, at = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++, at++) {
      if (!wanted.has(pixels.labels[(box.y + y) * width + box.x + x])) words[at] = 0;
    }
  }
  const canvas = document.createElement('canvas');
  canvas.width = box.width;
  canvas.height = box.height;
  const image = new ImageData(new Uint8ClampedArray(words.buffer), box.width, box.height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
