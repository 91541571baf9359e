import type { ByteImage, LabelImage } from '../image.ts';

/** A label map under edit, with the nuclei of its cells; changed in place. */
export interface Painting {
  width: number;
  height: number;
  /** Instance ids row by row, 0 is the background. */
  labels: Uint16Array<ArrayBuffer>;
  /** 1 where a cell has its nucleus, else 0; always 0 in the background. */
  nuclei: Uint8Array<ArrayBuffer>;
}

/** An empty painting. */
export function blankPainting(width: number, height: number): Painting {
  const pixels = width * height;
  return { width, height, labels: new Uint16Array(pixels), nuclei: new Uint8Array(pixels) };
}

/**
 * A copy of a label map to paint on.
 * @param nuclei Any value but 0 is nucleus; outside of cells it does not count.
 */
export function paintingOf(labels: LabelImage, nuclei: ByteImage | null): Painting {
  const { width, height } = labels;
  const painting = { ...blankPainting(width, height), labels: Uint16Array.from(labels.data) };
  if (nuclei) {
    for (let at = 0; at < painting.nuclei.length; at++) {
      if (nuclei.data[at] !== 0 && labels.data[at] !== 0) painting.nuclei[at] = 1;
    }
  }
  return painting;
}

/** The same pixels, apart from the original. */
export function copyPainting({ width, height, labels, nuclei }: Painting): Painting {
  return { width, height, labels: labels.slice(), nuclei: nuclei.slice() };
}
