/** Numbers in a filter from which on a second copy of it is dearer than the patches of the map. */
const WIDE_FILTER = 9 * 512 * 512;

/**
 * Whether a filter is better run as a matrix product on WASM, where XNNPACK keeps one copy of a matrix but two of a
 * convolution's filter. Only a wide one is, since the patches take as many times the map as the window has taps.
 * @param size numbers in the filter
 */
export function isWideFilter(size: number): boolean {
  return size >= WIDE_FILTER;
}
