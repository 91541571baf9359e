/** Thirds of the style vectors: where cells lie, what shape they have, how their edges run. */
export const PRESETS = ['coarse', 'middle', 'fine'] as const;

/** A third of the style vectors. */
export type Preset = (typeof PRESETS)[number];

/** The w of a preset, ascending. */
export function presetLayers(preset: Preset, numWs: number): number[] {
  const at = PRESETS.indexOf(preset);
  const edge = (third: number) => Math.round((third * numWs) / PRESETS.length);
  return range(edge(at), edge(at + 1) - 1);
}

/** `layers` with those from `from` to `to` (in either direction) chosen or not, ascending. */
export function paintLayers(
  layers: readonly number[],
  from: number,
  to: number,
  chosen: boolean,
): number[] {
  const painted = range(Math.min(from, to), Math.max(from, to));
  const rest = layers.filter((layer) => !painted.includes(layer));
  return (chosen ? [...rest, ...painted] : rest).sort((a, b) => a - b);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
