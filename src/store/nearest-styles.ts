import type { InstanceStyle } from '../pipeline/encode-styles.ts';
import type { StylePalette } from '../pipeline/recipe.ts';

function distanceSquared(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);
}

/**
 * Which style of a palette each object of an image has: its own, or that of the nearest centre. Indexed by the
 * object's id; the background's entry is that of its own class.
 */
export function nearestStyles(
  styles: readonly InstanceStyle[],
  { centres }: Pick<StylePalette, 'centres'>,
): number[] {
  const nearest: number[] = [];
  for (const { id, label, feature } of styles) {
    const rows = centres[label] ?? [];
    const distances = rows.map((row) => distanceSquared(row, feature));
    nearest[id] = Math.max(0, distances.indexOf(Math.min(...distances)));
  }
  return nearest;
}
