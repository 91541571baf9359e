/** A vector for every pixel, `[H, W]` each: downwards and to the right. */
export interface FlowField {
  width: number;
  height: number;
  y: Float32Array;
  x: Float32Array;
}

/** A field of zeros. */
export function emptyField(width: number, height: number): FlowField {
  const pixels = width * height;
  return { width, height, y: new Float32Array(pixels), x: new Float32Array(pixels) };
}
