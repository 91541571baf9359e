import { type LabelBox, labelBoxes } from '../label-boxes.ts';
import { numberComponents } from '../number-components.ts';

/** Objects (eight neighbours) less holes (four) of what is 1 in a `[H, W]` patch, by its quads of pixels. */
function eulerNumber(patch: Uint8Array, width: number): number {
  const height = patch.length / width;
  const at = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height ? patch[y * width + x] : 0;
  let sum = 0;
  for (let y = 0; y <= height; y++) {
    for (let x = 0; x <= width; x++) {
      const [a, b, c, d] = [at(x - 1, y - 1), at(x, y - 1), at(x - 1, y), at(x, y)];
      const count = a + b + c + d;
      if (count === 1) sum += 1;
      else if (count === 3) sum -= 1;
      else if (count === 2 && a === d) sum -= 2;
    }
  }
  return sum / 4;
}

function patchOf(labels: Int32Array, width: number, box: LabelBox, label: number): Uint8Array {
  const columns = box.right - box.left + 1;
  const patch = new Uint8Array(columns * (box.bottom - box.top + 1));
  for (let y = box.top, to = 0; y <= box.bottom; y++) {
    for (let x = box.left; x <= box.right; x++)
      patch[to++] = labels[y * width + x] === label ? 1 : 0;
  }
  return patch;
}

/**
 * Fills small holes of objects with their labels (`deepcell_toolbox.fill_holes`): of every object that has a hole, all
 * that is not the object within its box and in pieces (four neighbours) of fewer than `size` pixels. Small corners
 * of the box count as such, as in the original.
 * @param labels `[H, W]`, 0 in the background
 */
export function fillObjectHoles(labels: Int32Array, width: number, size: number): Int32Array {
  const filled = labels.slice();
  labelBoxes(labels, width).forEach((box, label) => {
    if (!box) return;
    const columns = box.right - box.left + 1;
    if (eulerNumber(patchOf(labels, width, box, label), columns) >= 1) return;
    const others = patchOf(filled, width, box, label).map((inside) => 1 - inside);
    const pieces = numberComponents(others, columns, others.length / columns, 4);
    const areas = new Uint32Array(pieces.count + 1);
    for (const piece of pieces.labels) areas[piece]++;
    pieces.labels.forEach((piece, i) => {
      if (piece === 0 || areas[piece] >= size) return;
      const row = box.top + Math.floor(i / columns);
      filled[row * width + box.left + (i % columns)] = label;
    });
  });
  return filled;
}
