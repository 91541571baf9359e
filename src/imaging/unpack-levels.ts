/**
 * One byte a sample from PNG rows of 1, 2 or 4 bits a sample, highest bits first, each row starting on a
 * byte. Rows of 8 bits come back as they are.
 * @param perRow Samples in a row.
 */
export function unpackLevels(packed: ArrayLike<number>, perRow: number, depth: number): Uint8Array {
  if (depth === 8) return Uint8Array.from(packed);
  const bytesPerRow = Math.ceil((perRow * depth) / 8);
  const rows = packed.length / bytesPerRow;
  const mask = 2 ** depth - 1;
  const levels = new Uint8Array(rows * perRow);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < perRow; i++) {
      const bit = i * depth;
      const byte = packed[row * bytesPerRow + (bit >> 3)];
      levels[row * perRow + i] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return levels;
}
