import type { ByteImage, LabelImage } from './image.ts';

/**
 * The seven hues of Okabe and Ito (2008), which people with any colour vision can tell apart, each in three
 * shades that differ in lightness.
 */
const HUES: [number, number, number][] = [
  [230, 159, 0],
  [86, 180, 233],
  [0, 158, 115],
  [240, 228, 66],
  [0, 114, 178],
  [213, 94, 0],
  [204, 121, 167],
];
const SHADES = [1, 0.72, 1.28];

/**
 * The display colour `[red, green, blue]` of an object, 0 to 255: always the same for the same id, and
 * different for the 21 ids from any one on. Id 0 is black.
 */
export function labelColour(id: number): [number, number, number] {
  if (id === 0) return [0, 0, 0];
  const hue = HUES[(id - 1) % HUES.length];
  const shade = SHADES[Math.floor((id - 1) / HUES.length) % SHADES.length];
  const tone = (level: number) =>
    Math.round(shade <= 1 ? level * shade : 255 - (255 - level) * (2 - shade));
  return [tone(hue[0]), tone(hue[1]), tone(hue[2])];
}

/** A label map in colours for display: RGBA, the background transparent. */
export function labelColours(labels: LabelImage): ByteImage {
  const { width, height, data } = labels;
  const colours = new Uint8Array(width * height * 4);
  const known = new Map<number, [number, number, number]>();
  for (let i = 0; i < data.length; i++) {
    const id = data[i];
    if (id === 0) continue;
    let colour = known.get(id);
    if (!colour) {
      colour = labelColour(id);
      known.set(id, colour);
    }
    colours.set(colour, i * 4);
    colours[i * 4 + 3] = 255;
  }
  return { width, height, channels: 4, data: colours };
}
