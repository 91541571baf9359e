/** XNNPACK keeps a 4-byte pointer for each tap of each output pixel, for as long as the filter lives. */
const BYTES_PER_POINTER = 4;
/** Bytes of pointers that one strip may take. */
export const MOST_POINTER_BYTES = 32 * 1024 * 1024;

/**
 * Rows of output that a convolution makes at once, so that its pointers take `mostBytes`: the fewest strips there can be,
 * of one height (the last may be lower).
 * @param taps of the filter's window
 */
export function stripHeight(
  height: number,
  width: number,
  taps: number,
  mostBytes = MOST_POINTER_BYTES,
): number {
  const rows = Math.max(1, Math.floor(mostBytes / (BYTES_PER_POINTER * taps * width)));
  return Math.ceil(height / Math.ceil(height / rows));
}
