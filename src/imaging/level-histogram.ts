import type { ByteImage } from './image.ts';

/** How many values of an image have each of 256 levels; of colours all channels together, never alpha. */
export function levelHistogram({ channels, data }: ByteImage): Uint32Array {
  const counts = new Uint32Array(256);
  const counted = channels === 2 || channels === 4 ? channels - 1 : channels;
  if (counted === channels) for (const level of data) counts[level]++;
  else {
    for (let at = 0; at < data.length; at += channels) {
      for (let channel = 0; channel < counted; channel++) counts[data[at + channel]]++;
    }
  }
  return counts;
}

/**
 * The levels below which `below` and above which `above` of all values lie (shares, 0 to 1), always at least one level
 * apart: contrast that a few dead or hot pixels do not decide.
 */
export function percentileLevels(
  counts: Uint32Array,
  below: number,
  above: number,
): { black: number; white: number } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let black = 0;
  for (let left = total * below; black < 254 && counts[black] <= left; black++) {
    left -= counts[black];
  }
  let white = 255;
  for (let left = total * above; white > black + 1 && counts[white] <= left; white--) {
    left -= counts[white];
  }
  return { black, white };
}
