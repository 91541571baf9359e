import type { LabelImage } from './image.ts';
import { labelColour } from './label-colours.ts';

/**
 * Lays every object's colour over RGBA pixels of the same size, in place; the background stays.
 * @param opacity 0 (nothing changes) to 1 (the colours alone).
 */
export function tintLabels(rgba: Uint8ClampedArray, labels: LabelImage, opacity: number): void {
  const { data } = labels;
  const known = new Map<number, [number, number, number]>();
  const rest = 1 - opacity;
  for (let i = 0, at = 0; i < data.length; i++, at += 4) {
    const id = data[i];
    if (id === 0) continue;
    let colour = known.get(id);
    if (!colour) {
      colour = labelColour(id);
      known.set(id, colour);
    }
    rgba[at] = rgba[at] * rest + colour[0] * opacity;
    rgba[at + 1] = rgba[at + 1] * rest + colour[1] * opacity;
    rgba[at + 2] = rgba[at + 2] * rest + colour[2] * opacity;
  }
}
