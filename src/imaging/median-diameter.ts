import type { LabelImage } from './image.ts';

/** The diameter of a label map: that of a circle of the median object's area (`utils.diameters`); 0 without objects. */
export function medianDiameter({ data }: LabelImage): number {
  const areas: number[] = [];
  for (const id of data) if (id !== 0) areas[id] = (areas[id] ?? 0) + 1;
  const roots = Float64Array.from(
    areas.filter((area) => area > 0),
    Math.sqrt,
  ).sort();
  if (roots.length === 0) return 0;
  const middle = (roots.length - 1) / 2;
  const median = (roots[Math.floor(middle)] + roots[Math.ceil(middle)]) / 2;
  return (2 * median) / Math.sqrt(Math.PI);
}
