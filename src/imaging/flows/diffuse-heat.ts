import { objectCentre } from './object-centre.ts';
import { boxOfPixels, type ObjectBox } from './object-pixels.ts';

/** Heat in an object, on its box with one pixel around it. */
export interface ObjectHeat {
  box: ObjectBox;
  /** Row length of `heat`: the box's width and two. */
  stride: number;
  heat: Float64Array;
  /** Where the object's pixels are in `heat`, in their order. */
  places: Uint32Array;
}

/** The place in a box's padded grid of each pixel of an image `imageWidth` wide. */
function placesOf(pixels: Uint32Array, imageWidth: number, box: ObjectBox): Uint32Array {
  const stride = box.width + 2;
  return pixels.map((pixel) => {
    const row = Math.floor(pixel / imageWidth) - box.top + 1;
    return row * stride + (pixel % imageWidth) - box.left + 1;
  });
}

/**
 * Lets heat from an object's centre spread through it: each step adds 1 at the centre and gives every pixel the mean of
 * the nine around it, where pixels outside of the object have none (`dynamics._extend_centers`).
 * @param steps From the box of the object, unless told how many.
 */
export function diffuseHeat(pixels: Uint32Array, imageWidth: number, steps?: number): ObjectHeat {
  const box = boxOfPixels(pixels, imageWidth);
  const stride = box.width + 2;
  const places = placesOf(pixels, imageWidth, box);
  const [centre] = placesOf(Uint32Array.of(objectCentre(pixels, imageWidth)), imageWidth, box);
  const heat = new Float64Array(stride * (box.height + 2));
  const rows = new Float64Array(heat.length);
  // A factor for every place of the grid: running over all of it is faster than picking the object's places.
  const share = new Float64Array(heat.length);
  for (const place of places) share[place] = 1 / 9;
  const end = heat.length - stride;
  for (let left = steps ?? 2 * (box.width + 2 + box.height + 2); left > 0; left--) {
    heat[centre] += 1;
    // A box sum is a sum along rows and then along columns; the grid's rim is empty, so its rows may run on.
    for (let i = 1; i < heat.length - 1; i++) rows[i] = heat[i - 1] + heat[i] + heat[i + 1];
    for (let i = stride; i < end; i++) {
      heat[i] = (rows[i - stride] + rows[i] + rows[i + stride]) * share[i];
    }
  }
  return { box, stride, heat, places };
}
