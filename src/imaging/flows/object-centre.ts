/**
 * The pixel of an object that is nearest to the mean of its pixels, the first of equals (`dynamics.get_centers`).
 * @param pixels Indices in an image `imageWidth` wide, at least one.
 */
export function objectCentre(pixels: Uint32Array, imageWidth: number): number {
  let sumX = 0;
  let sumY = 0;
  for (const pixel of pixels) {
    sumX += pixel % imageWidth;
    sumY += Math.floor(pixel / imageWidth);
  }
  const meanX = sumX / pixels.length;
  const meanY = sumY / pixels.length;
  let nearest = pixels[0];
  let smallest = Number.POSITIVE_INFINITY;
  for (const pixel of pixels) {
    const dx = (pixel % imageWidth) - meanX;
    const dy = Math.floor(pixel / imageWidth) - meanY;
    const distance = dx * dx + dy * dy;
    if (distance < smallest) {
      smallest = distance;
      nearest = pixel;
    }
  }
  return nearest;
}
