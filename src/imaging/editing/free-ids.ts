import { badImage } from '../bad-image.ts';
import { LARGEST_ID } from '../label-components.ts';
import type { CellShapes } from './cell-shapes.ts';

/**
 * Ids for new cells, one after the other: above the highest in use, then the gaps.
 * @throws CytoForgeError `bad-image` when all 65,535 are taken.
 */
export function freeIds(shapes: CellShapes): () => number {
  const used = new Set(shapes.ids());
  let next = (shapes.nextId() ?? LARGEST_ID) - 1;
  let wrapped = false;
  return () => {
    do {
      next += 1;
      if (next > LARGEST_ID && !wrapped) {
        wrapped = true;
        next = 1;
      }
      if (next > LARGEST_ID) {
        throw badImage('There is no free id for another cell.', {
          found: `${LARGEST_ID} ids in use`,
          expected: `at most ${LARGEST_ID} cells`,
          hint: 'Delete or merge cells, then number them anew.',
        });
      }
    } while (used.has(next));
    used.add(next);
    return next;
  };
}
