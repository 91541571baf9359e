/** A rectangle of whole pixels; never empty. */
export interface PixelBox {
  /** Left column. */
  x: number;
  /** Top row. */
  y: number;
  width: number;
  height: number;
}

/** The smallest box around two; null stands for none. */
export function joinBoxes(one: PixelBox | null, other: PixelBox | null): PixelBox | null {
  if (!one || !other) return one ?? other;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/**
 * What lies within a map of a size, null when nothing does.
 * @param box Any numbers: parts of pixels count as whole ones.
 */
export function clipBox(box: PixelBox, size: { width: number; height: number }): PixelBox | null {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const right = Math.min(size.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(size.height, Math.ceil(box.y + box.height));
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

/** The box with a margin on every side, within a map of a size. */
export function growBox(
  { x, y, width, height }: PixelBox,
  margin: number,
  size: { width: number; height: number },
): PixelBox | null {
  const grown = {
    x: x - margin,
    y: y - margin,
    width: width + 2 * margin,
    height: height + 2 * margin,
  };
  return clipBox(grown, size);
}
