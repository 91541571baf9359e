/**
 * Objects without their outermost pixels, `steps` times (`deepcell_toolbox.erode_edges`): those with one of their four
 * neighbours in another object or the background. The image's edge is no border.
 * @param labels `[H, W]`, 0 in the background
 */
export function erodeEdges(labels: Int32Array, width: number, steps: number): Int32Array {
  let current = labels;
  for (let step = 0; step < steps; step++) {
    const before = current;
    current = before.map((label, i) => {
      if (label === 0) return 0;
      const x = i % width;
      const differs =
        (x > 0 && before[i - 1] !== label) ||
        (x < width - 1 && before[i + 1] !== label) ||
        (i >= width && before[i - width] !== label) ||
        (i + width < before.length && before[i + width] !== label);
      return differs ? 0 : label;
    });
  }
  return current;
}
