/** One fluorescent spot, as it is known exactly. */
export interface Spot {
  /** Middle, in pixels; 0 is the middle of the first pixel. */
  x: number;
  y: number;
  /** Of its disc in the point mask, in pixels; a Gaussian spot has fallen to 1/e² there. */
  radius: number;
  /** Grey levels at its middle. */
  intensity: number;
  /** Instance id of the cell it lies in, 0 outside. */
  cell: number;
}
