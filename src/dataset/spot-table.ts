import type { Spot } from '../imaging/spots/spot.ts';

/** Thousandths: finer than any image shows. */
function decimal(value: number): string {
  return String(Number(value.toFixed(3)));
}

/**
 * The spots of a sample as CSV, one a line below the names of the columns: middle (`x`, `y`) and radius in pixels, 0
 * being the middle of the first pixel; grey levels at the middle; instance id of the cell, 0 outside.
 */
export function spotTable(spots: readonly Spot[]): string {
  const lines = spots.map(({ x, y, radius, intensity, cell }) =>
    [decimal(x), decimal(y), decimal(radius), decimal(intensity), cell].join(','),
  );
  return `${['x,y,radius,intensity,cell', ...lines].join('\n')}\n`;
}
