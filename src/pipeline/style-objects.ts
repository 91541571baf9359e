import { badImage } from '../imaging/bad-image.ts';
import type { InstanceMap } from '../imaging/image.ts';
import type { IdMap } from '../imaging/read-id-map.ts';
import { classOfInstance } from '../nn/pix2pixhd/style-clusters.ts';
import type { LabelClasses } from './label-classes.ts';

/** The objects of a person's image: a map of ids, and the class of each. */
export interface StyleObjects {
  map: InstanceMap;
  labelOf(id: number): number;
}

/** The classes as one region each: what a model with features per class averages over. */
export function classRegions({ map, labelOf }: StyleObjects): StyleObjects {
  return { map: { ...map, data: map.data.map(labelOf) }, labelOf: (id) => id };
}

/** Whether the ids are the official `1000 · class + k`, or the class of what has no instances. */
function isOfficial({ data }: InstanceMap, labelNc: number): boolean {
  let instances = false;
  for (const id of data) {
    if (classOfInstance(id) >= labelNc) return false;
    instances ||= id >= 1000;
  }
  return instances;
}

/** The most frequent class in each instance; of equal ones the lower. */
function classByInstance(map: InstanceMap, classes: InstanceMap): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (let i = 0; i < map.data.length; i++) {
    const ofId = counts.get(map.data[i]) ?? new Map<number, number>();
    ofId.set(classes.data[i], (ofId.get(classes.data[i]) ?? 0) + 1);
    counts.set(map.data[i], ofId);
  }
  const mostFrequent = (ofId: Map<number, number>) =>
    [...ofId].sort(([a, many], [b, more]) => more - many || a - b)[0][0];
  return new Map([...counts].map(([id, ofId]) => [id, mostFrequent(ofId)]));
}

function checkSize(map: InstanceMap, other: InstanceMap): void {
  if (map.width === other.width && map.height === other.height) return;
  throw badImage('Instance map and label map differ in size.', {
    found: `${other.width} × ${other.height}`,
    expected: `${map.width} × ${map.height}`,
  });
}

/**
 * The objects that maps of a person's image name. Official instance ids say the class themselves; in any other map of
 * ids 0 is the background and everything else an object, of the class that a label map gives it. A label map alone
 * names one region for each class.
 * @param labelNc How many classes the model has; 0 for a model without.
 * @param classes Those of background and objects, where no map says them.
 * @throws CytoForgeError `bad-image` when the maps differ in size.
 */
export function objectsOfMaps(
  instances: IdMap | null,
  labels: IdMap | null,
  labelNc: number,
  { background, object }: LabelClasses,
): StyleObjects | null {
  if (!instances) return labels && { map: labels, labelOf: (id) => id };
  if (isOfficial(instances, labelNc || Number.POSITIVE_INFINITY)) {
    return { map: instances, labelOf: classOfInstance };
  }
  if (labels) {
    checkSize(instances, labels);
    const classes = classByInstance(instances, labels);
    return { map: instances, labelOf: (id) => classes.get(id) ?? background };
  }
  return { map: instances, labelOf: (id) => (id === 0 ? background : object) };
}
