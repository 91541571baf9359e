/** The smallest box around an object: first and last column and row, both inside. */
export interface LabelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Boxes of all objects by label; null for labels that no pixel has. */
export function labelBoxes(labels: Int32Array, width: number): (LabelBox | null)[] {
  const boxes: (LabelBox | null)[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    while (boxes.length <= label) boxes.push(null);
    const box = boxes[label];
    if (!box) {
      boxes[label] = { left: x, top: y, right: x, bottom: y };
      continue;
    }
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.bottom = y;
  }
  return boxes;
}
