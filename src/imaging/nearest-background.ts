/** Index of the nearest background pixel in its own column, -1 where the column has none. */
function nearestInColumns(mask: ArrayLike<number>, width: number, height: number): Int32Array {
  const nearest = new Int32Array(width * height).fill(-1);
  for (let x = 0; x < width; x++) {
    let above = -1;
    for (let y = 0; y < height; y++) {
      const at = y * width + x;
      if (mask[at] === 0) above = at;
      nearest[at] = above;
    }
    let below = -1;
    for (let y = height - 1; y >= 0; y--) {
      const at = y * width + x;
      if (mask[at] === 0) below = at;
      if (below < 0) continue;
      if (nearest[at] < 0 || below - at < at - nearest[at]) nearest[at] = below;
    }
  }
  return nearest;
}

/**
 * For each pixel of a `[H, W]` mask the index of the nearest background pixel (value 0), as the indices of SciPy's
 * `distance_transform_edt`: the pixel itself in the background, -1 everywhere in a mask without background.
 */
export function nearestBackground(
  mask: ArrayLike<number>,
  width: number,
  height: number,
): Int32Array {
  const inColumn = nearestInColumns(mask, width, height);
  const nearest = new Int32Array(width * height).fill(-1);
  const columns = new Int32Array(width);
  const squares = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let last = -1;
    // Of three parabolas the middle one goes when the outer two meet below it (Maurer 2003).
    const isHidden = (x: number, square: number) => {
      const [a, b] = [columns[last - 1], columns[last]];
      const squareOfA = squares[last - 1];
      return (
        (x - a) * squares[last] - (x - b) * squareOfA - (b - a) * square >
        (b - a) * (x - b) * (x - a)
      );
    };
    for (let x = 0; x < width; x++) {
      const source = inColumn[row + x];
      if (source < 0) continue;
      const dy = (source - x) / width - y;
      while (last > 0 && isHidden(x, dy * dy)) last--;
      last++;
      columns[last] = x;
      squares[last] = dy * dy;
    }
    if (last < 0) continue;
    const distance = (k: number, x: number) => squares[k] + (columns[k] - x) ** 2;
    let k = 0;
    for (let x = 0; x < width; x++) {
      while (k < last && distance(k + 1, x) < distance(k, x)) k++;
      nearest[row + x] = inColumn[row + columns[k]];
    }
  }
  return nearest;
}
