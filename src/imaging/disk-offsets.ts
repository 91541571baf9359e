/** Steps from the middle of a footprint to its pixels, the nearest first; the middle itself is left out. */
export interface FootprintOffsets {
  dx: Int32Array;
  dy: Int32Array;
}

/** The pixels of a disk: whole steps with `dx² + dy² <= radius²` (centrosome's `strel_disk`). */
export function diskOffsets(radius: number): FootprintOffsets {
  const reach = Math.trunc(radius);
  const steps: [dx: number, dy: number][] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const squared = dx * dx + dy * dy;
      if (squared > 0 && squared <= radius * radius) steps.push([dx, dy]);
    }
  }
  steps.sort(([ax, ay], [bx, by]) => ax * ax + ay * ay - bx * bx - by * by);
  return {
    dx: Int32Array.from(steps, ([dx]) => dx),
    dy: Int32Array.from(steps, ([, dy]) => dy),
  };
}
