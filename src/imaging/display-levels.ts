import type { ByteImage } from './image.ts';
import { type LookupTableName, lookupTable } from './lookup-tables.ts';

/** How grey levels are shown: for the eye only, the data stay what they are. */
export interface Display {
  lut: LookupTableName;
  /** Exponent between black and white: above 1 darkens the middle, below 1 lightens it. */
  gamma: number;
  /** Levels, 0 to 255, shown as black and as white; `black < white`. */
  black: number;
  white: number;
}

/** Every level as it is, in grey. */
export const PLAIN_DISPLAY: Display = { lut: 'grey', gamma: 1, black: 0, white: 255 };

/** What each of 256 levels becomes, before the lookup table. */
export function displayLevels({ gamma, black, white }: Omit<Display, 'lut'>): Uint8Array {
  const range = Math.max(1, white - black);
  return Uint8Array.from({ length: 256 }, (_, level) => {
    const share = Math.min(1, Math.max(0, (level - black) / range));
    return Math.round(share ** gamma * 255);
  });
}

/** The RGBA pixels of each of 256 levels; one 32-bit word a pixel, in the machine's own byte order. */
function displayWords(display: Display): Uint32Array {
  const colours = lookupTable(display.lut);
  const rgba = new Uint8Array(4 * 256).fill(255);
  for (const [level, shown] of displayLevels(display).entries()) {
    rgba.set(colours.subarray(3 * shown, 3 * shown + 3), 4 * level);
  }
  return new Uint32Array(rgba.buffer);
}

/**
 * An image as RGBA for the screen: of grey levels (with or without alpha, which is kept) the table's colours; of RGB the
 * channels with black, white and gamma applied to each, as a lookup table has no meaning there.
 */
export function applyDisplay(image: ByteImage, display: Display): Uint8ClampedArray<ArrayBuffer> {
  const { width, height, channels, data } = image;
  const pixels = width * height;
  const rgba = new Uint8ClampedArray(4 * pixels);
  if (channels === 1) {
    const words = displayWords(display);
    const out = new Uint32Array(rgba.buffer);
    for (let i = 0; i < pixels; i++) out[i] = words[data[i]];
    return rgba;
  }
  const levels = displayLevels(display);
  const colours = lookupTable(display.lut);
  const hasAlpha = channels === 2 || channels === 4;
  for (let i = 0, from = 0; i < pixels; i++, from += channels) {
    for (let channel = 0; channel < 3; channel++) {
      rgba[4 * i + channel] =
        channels === 2 ? colours[3 * levels[data[from]] + channel] : levels[data[from + channel]];
    }
    rgba[4 * i + 3] = hasAlpha ? data[from + channels - 1] : 255;
  }
  return rgba;
}
