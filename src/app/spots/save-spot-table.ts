import { spotTable } from '../../dataset/spot-table.ts';
import type { Spot } from '../../imaging/spots/spot.ts';

/** Downloads the spots as the CSV that data sets have. */
export function saveSpotTable(spots: readonly Spot[], seed: number): void {
  const url = URL.createObjectURL(new Blob([spotTable(spots)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `spots-seed-${seed}.csv`;
  link.click();
  // Some browsers read the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
