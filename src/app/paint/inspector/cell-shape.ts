import type { InstanceShape } from '../../../imaging/instance-statistics.ts';
import { instanceStatistics } from '../../../imaging/instance-statistics.ts';
import type { PaintPixels } from '../../../store/painting/paint-state.ts';

/** What is known of a cell's shape, measured in its box alone; null when there is no such cell. */
export function cellShape(
  pixels: PaintPixels,
  id: number,
): Pick<InstanceShape, 'area' | 'eccentricity' | 'touchesBorder'> | null {
  const cell = pixels.cell(id);
  if (!cell) return null;
  const { x, y, width, height } = cell.box;
  const data = new Uint16Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * pixels.width + x;
    for (let column = 0; column < width; column++) {
      if (pixels.labels[from + column] === id) data[row * width + column] = 1;
    }
  }
  const [shape] = instanceStatistics({ width, height, data });
  return {
    area: cell.area,
    eccentricity: shape.eccentricity,
    touchesBorder: x === 0 || y === 0 || x + width === pixels.width || y + height === pixels.height,
  };
}
