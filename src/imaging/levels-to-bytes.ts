/**
 * What the highest level of an image of more than 8 bits is: that of the file's 16 bits, or that of the fewest bits
 * (8 at least) that hold the image. Cameras of 12 or 14 bits write 16-bit files, which the former leaves almost black.
 */
export type DepthOfLevels = 'of-file' | 'in-use';

/** Levels of 16 bits as bytes over 0 to 255, rounded. */
export function levelsToBytes(levels: ArrayLike<number>, depth: DepthOfLevels): Uint8Array {
  const scale = 255 / (2 ** (depth === 'of-file' ? 16 : bitsInUse(levels)) - 1);
  return Uint8Array.from(levels, (level) => Math.round(level * scale));
}

function bitsInUse(levels: ArrayLike<number>): number {
  let highest = 255;
  for (let i = 0; i < levels.length; i++) if (levels[i] > highest) highest = levels[i];
  return Math.ceil(Math.log2(highest + 1));
}
