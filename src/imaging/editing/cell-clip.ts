import type { Painting } from './painting.ts';
import type { PixelBox } from './pixel-box.ts';

/** Cells cut out of a painting, to be put into the same or another. */
export interface CellClip {
  /** Where it was. */
  box: PixelBox;
  /** The box's pixels: ids as they were, 0 for what is not of the clip. */
  labels: Uint16Array<ArrayBuffer>;
  /** 0 or 1. */
  nuclei: Uint8Array<ArrayBuffer>;
  /** Style cluster by id, of those that have one of their own. */
  styles: Readonly<Record<string, number>>;
}

/** Copies cells; looks at their box alone. */
export function clipCells(
  painting: Painting,
  box: PixelBox,
  ids: readonly number[],
): Omit<CellClip, 'styles'> {
  const wanted = new Set(ids);
  const labels = new Uint16Array(box.width * box.height);
  const nuclei = new Uint8Array(labels.length);
  for (let row = 0; row < box.height; row++) {
    for (let column = 0; column < box.width; column++) {
      const at = (box.y + row) * painting.width + box.x + column;
      if (!wanted.has(painting.labels[at])) continue;
      labels[row * box.width + column] = painting.labels[at];
      nuclei[row * box.width + column] = painting.nuclei[at];
    }
  }
  return { box, labels, nuclei };
}
