import type { ByteImage } from './image.ts';

/**
 * Fills the background that cannot be reached from the image's edge in steps to the four neighbours, as
 * SciPy's `binary_fill_holes`. Any value but 0 is foreground; the result is 0 and 255.
 */
export function fillHoles(mask: ByteImage): ByteImage {
  const { width, height, data } = mask;
  const filled = new Uint8Array(width * height).fill(255);
  const open = new Int32Array(width * height);
  let count = 0;
  const visit = (i: number) => {
    if (data[i] !== 0 || filled[i] === 0) return;
    filled[i] = 0;
    open[count++] = i;
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  while (count > 0) {
    const i = open[--count];
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < filled.length - width) visit(i + width);
  }
  return { width, height, channels: 1, data: filled };
}
