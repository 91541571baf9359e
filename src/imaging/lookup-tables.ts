/** The lookup tables a grey image can be shown with, as ImageJ calls them; `inverted` is the inverted grey. */
export const LOOKUP_TABLES = ['grey', 'green', 'magenta', 'fire', 'inverted'] as const;

/** Name of a lookup table. */
export type LookupTableName = (typeof LOOKUP_TABLES)[number];

type Colour = [red: number, green: number, blue: number];

/** Colours at equal distances, between which the others lie on straight lines. */
const STOPS: Record<LookupTableName, Colour[]> = {
  grey: [
    [0, 0, 0],
    [255, 255, 255],
  ],
  green: [
    [0, 0, 0],
    [0, 255, 0],
  ],
  magenta: [
    [0, 0, 0],
    [255, 0, 255],
  ],
  // Lightness rises all the way, so that a brighter pixel never looks darker.
  fire: [
    [0, 0, 0],
    [46, 4, 92],
    [130, 16, 112],
    [206, 42, 66],
    [246, 112, 10],
    [255, 190, 32],
    [255, 255, 255],
  ],
  inverted: [
    [255, 255, 255],
    [0, 0, 0],
  ],
};

/** The colour of a level between 0 and 1. */
function colourAt(stops: Colour[], share: number): Colour {
  const place = share * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const part = place - below;
  const mix = (channel: number) =>
    Math.round(stops[below][channel] * (1 - part) + stops[below + 1][channel] * part);
  return [mix(0), mix(1), mix(2)];
}

const made = new Map<LookupTableName, Uint8Array>();

/** The 256 colours of a table, `[256, 3]`, made once. */
export function lookupTable(name: LookupTableName): Uint8Array {
  let table = made.get(name);
  if (!table) {
    const levels = Array.from({ length: 256 }, (_, level) => level / 255);
    table = Uint8Array.from(levels.flatMap((share) => colourAt(STOPS[name], share)));
    made.set(name, table);
  }
  return table;
}
