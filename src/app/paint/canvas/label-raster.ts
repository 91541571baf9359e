import type { PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { LabelImage } from '../../../imaging/image.ts';
import { labelColour } from '../../../imaging/label-colours.ts';

/** How much of a cell's colour its nucleus keeps: dark enough to tell, light enough to know whose it is. */
const NUCLEUS_SHADE = 0.5;

/** The label map as pixels of a canvas of its own size, of which only changed boxes are drawn again. */
export interface LabelRaster {
  canvas: HTMLCanvasElement;
  /** Draws a box of the map; `nuclei` (not 0 inside) are shown darker. */
  draw(labels: LabelImage, nuclei: Uint8Array | null, box: PixelBox): void;
}

// One 32-bit word a pixel: four bytes at once, least significant first on every machine browsers run on.
function packed(id: number, shade: number): number {
  const [red, green, blue] = labelColour(id).map((level) => Math.round(level * shade));
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function createPalette(shade: number): (id: number) => number {
  const known = new Uint32Array(65_536);
  return (id) => {
    if (id === 0) return 0;
    if (known[id] === 0) known[id] = packed(id, shade);
    return known[id];
  };
}

const colourOf = createPalette(1);
const nucleusColourOf = createPalette(NUCLEUS_SHADE);

/**
 * A box of a label map as RGBA words, row by row; the background is transparent.
 * @param nuclei of the map's size, not 0 inside nuclei; null without any.
 */
export function labelWords(
  labels: LabelImage,
  nuclei: Uint8Array | null,
  box: PixelBox,
): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(box.width * box.height);
  for (let y = 0, to = 0; y < box.height; y++) {
    let from = (box.y + y) * labels.width + box.x;
    for (let x = 0; x < box.width; x++, from++, to++) {
      const id = labels.data[from];
      if (id === 0) continue;
      words[to] = nuclei?.[from] ? nucleusColourOf(id) : colourOf(id);
    }
  }
  return words;
}

/**
 * The same, but only the pixels at the edge of a cell: those with another id beside, above or below them.
 */
export function outlineWords(labels: LabelImage, box: PixelBox): Uint32Array<ArrayBuffer> {
  const { width, height, data } = labels;
  const words = new Uint32Array(box.width * box.height);
  for (let y = box.y, to = 0; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++, to++) {
      const at = y * width + x;
      const id = data[at];
      if (id === 0) continue;
      const isEdge =
        (x > 0 && data[at - 1] !== id) ||
        (x < width - 1 && data[at + 1] !== id) ||
        (y > 0 && data[at - width] !== id) ||
        (y < height - 1 && data[at + width] !== id);
      if (isEdge) words[to] = colourOf(id);
    }
  }
  return words;
}

/** A raster of a map of `width` × `height` pixels, empty until it is drawn. */
export function createLabelRaster(
  width: number,
  height: number,
  shows: 'areas' | 'outlines',
): LabelRaster {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  return {
    canvas,
    draw(labels, nuclei, box) {
      const words = shows === 'areas' ? labelWords(labels, nuclei, box) : outlineWords(labels, box);
      const pixels = new ImageData(new Uint8ClampedArray(words.buffer), box.width, box.height);
      context?.putImageData(pixels, box.x, box.y);
    },
  };
}
