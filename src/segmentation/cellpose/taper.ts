/** The side of a tile that the taper is made for; smaller tiles take its middle. */
const SMALLEST = 224;
/** Pixels from the rim at which a tile counts half. */
const RIM = 20;
const SOFTNESS = 7.5;

/**
 * How much each row (or column) of a tile counts where tiles overlap: a sigmoid that falls off at the rim; the weight
 * of a pixel is the product of both (`transforms._taper_mask`).
 */
export function taper(length: number): Float32Array {
  const side = Math.max(SMALLEST, length);
  const first = Math.floor(side / 2) - Math.floor(length / 2);
  return Float32Array.from({ length }, (_, i) => {
    const fromMiddle = Math.abs(first + i - (side - 1) / 2);
    return 1 / (1 + Math.exp((fromMiddle - (side / 2 - RIM)) / SOFTNESS));
  });
}
