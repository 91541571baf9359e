import { type PlanePosition, planeBlend, seedAt } from '../../pipeline/latent-plane.ts';
import type { Extent } from '../stage/viewport.ts';

/** A seed of the plane as it is seen. */
export interface PlaneCell {
  x: number;
  y: number;
  seed: number;
  /** Of its middle, in CSS pixels from the middle of the pad. */
  left: number;
  top: number;
  /** Its share in the sample at the middle, 0 .. 1. */
  weight: number;
}

/**
 * The seeds that are seen around a position.
 * @param cell CSS pixels from seed to seed.
 */
export function cellsAround(position: PlanePosition, cell: number, extent: Extent): PlaneCell[] {
  if (extent.width === 0 || extent.height === 0) return [];
  const reach = (length: number) => length / 2 / cell + 0.5;
  const weights = new Map(
    planeBlend(position.x, position.y).map((part) => [part.seed, part.weight]),
  );
  const cells: PlaneCell[] = [];
  const [across, down] = [reach(extent.width), reach(extent.height)];
  for (let y = Math.ceil(position.y - down); y <= position.y + down; y++) {
    for (let x = Math.ceil(position.x - across); x <= position.x + across; x++) {
      const near = Math.abs(x - position.x) < 1 && Math.abs(y - position.y) < 1;
      cells.push({
        x,
        y,
        seed: seedAt(x, y),
        left: (x - position.x) * cell,
        top: (y - position.y) * cell,
        weight: near ? (weights.get(seedAt(x, y)) ?? 0) : 0,
      });
    }
  }
  return cells;
}
