import type { InstanceMap } from '../../imaging/image.ts';
import { classOfInstance } from './style-clusters.ts';

/**
 * The rows of the original's `features.npy` for one image: by class, `[...feature, share]` per instance in
 * ascending order of ids, where `share` is the instance's area over `floor(H·W / 32)`.
 * @param features pooled features by instance id (`encodeFeatures`)
 */
export function featureRows(
  features: ReadonlyMap<number, readonly number[]>,
  instances: InstanceMap,
): Map<number, number[][]> {
  const areas = new Map<number, number>();
  for (const id of instances.data) areas.set(id, (areas.get(id) ?? 0) + 1);
  const unit = Math.trunc((instances.width * instances.height) / 32);
  const rows = new Map<number, number[][]>();
  for (const id of [...areas.keys()].sort((a, b) => a - b)) {
    const label = classOfInstance(id);
    const row = [...(features.get(id) ?? []), (areas.get(id) ?? 0) / unit];
    rows.set(label, [...(rows.get(label) ?? []), row]);
  }
  return rows;
}
