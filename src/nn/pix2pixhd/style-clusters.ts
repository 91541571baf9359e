import { CytoForgeError } from '../../errors.ts';
import type { InstanceMap } from '../../imaging/image.ts';
import { RandomState } from '../../random/random-state.ts';

/** K-means centres by class, `[clusters][featNum]`, as in a bundle's manifest. */
export type StyleClusters = Readonly<Record<string, readonly (readonly number[])[]>>;

/** The chosen cluster and its centre of every instance that has clusters. */
export interface StyleChoice {
  clusters: Map<number, number>;
  features: Map<number, readonly number[]>;
}

/** The class of an official instance id: `1000 · class + k`, or the class itself. */
export function classOfInstance(id: number): number {
  return id < 1000 ? id : Math.trunc(id / 1000);
}

/** The ids of an instance map, ascending. */
export function instanceIds(instances: InstanceMap): number[] {
  return [...new Set(instances.data)].sort((a, b) => a - b);
}

/**
 * The centres of chosen clusters: instance id → feature vector. An instance whose class has no clusters gets
 * none (and so zeros: the original leaves uninitialised memory there).
 * @throws CytoForgeError `bad-option` for a cluster the class does not have.
 */
export function featuresOfClusters(
  chosen: ReadonlyMap<number, number>,
  styleClusters: StyleClusters,
): Map<number, readonly number[]> {
  const features = new Map<number, readonly number[]>();
  for (const [id, cluster] of chosen) {
    const centres = styleClusters[classOfInstance(id)];
    if (!centres?.length) continue;
    if (!centres[cluster]) {
      throw new CytoForgeError('bad-option', 'There is no such style cluster.', {
        where: `instance ${id}`,
        found: `cluster ${cluster}`,
        expected: `0 to ${centres.length - 1}`,
      });
    }
    features.set(id, centres[cluster]);
  }
  return features;
}

function chooseEach(
  instances: InstanceMap,
  styleClusters: StyleClusters,
  choose: (id: number, count: number) => number,
): StyleChoice {
  const clusters = new Map<number, number>();
  for (const id of instanceIds(instances)) {
    const count = styleClusters[classOfInstance(id)]?.length ?? 0;
    if (count > 0) clusters.set(id, choose(id, count));
  }
  return { clusters, features: featuresOfClusters(clusters, styleClusters) };
}

/**
 * The original's `sample_features`: ids ascending, one draw of `random` for each whose class has clusters.
 */
export function sampleFeatures(
  instances: InstanceMap,
  styleClusters: StyleClusters,
  random: RandomState,
): StyleChoice {
  return chooseEach(instances, styleClusters, (_, count) => random.randint(0, count));
}

/**
 * The cluster an instance keeps when others come and go: `RandomState(seed + id + 1).randint(count)`, as the
 * original's interactive tool does (with seed 0). The sum wraps at 2^32.
 */
export function stableCluster(seed: number, id: number, count: number): number {
  return new RandomState((seed + id + 1) % 2 ** 32).randint(0, count);
}

/** `stableCluster` for every instance whose class has clusters. */
export function stableFeatures(
  instances: InstanceMap,
  styleClusters: StyleClusters,
  seed: number,
): StyleChoice {
  return chooseEach(instances, styleClusters, (id, count) => stableCluster(seed, id, count));
}
