import { badImage } from '../bad-image.ts';
import type { Painting } from './painting.ts';
import type { StrokeRecorder } from './stroke-recorder.ts';

/**
 * Gives cells the ids 1 … n in the order in which a scan row by row meets them; scans the map.
 * @returns The old id by each new one that differs.
 */
export function renumberCells(recorder: StrokeRecorder): Map<number, number> {
  const { width, height, labels, nuclei } = recorder.painting;
  const newIds = new Map<number, number>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const old = labels[at];
      if (old === 0) continue;
      const id = newIds.get(old) ?? newIds.size + 1;
      newIds.set(old, id);
      recorder.write(x, y, id, nuclei[at]);
    }
  }
  return new Map([...newIds].filter(([old, id]) => old !== id).map(([old, id]) => [id, old]));
}

/**
 * Puts another painting in place of this one; what is equal is left alone.
 * @throws CytoForgeError `bad-image` for one of another size.
 */
export function replacePainting(recorder: StrokeRecorder, other: Painting): void {
  const { width, height } = recorder.painting;
  if (other.width !== width || other.height !== height) {
    throw badImage('The label map has another size than the painting.', {
      found: `${other.width} × ${other.height} pixels`,
      expected: `${width} × ${height} pixels`,
    });
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      recorder.write(x, y, other.labels[at], other.nuclei[at]);
    }
  }
}
