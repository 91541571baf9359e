import { describe, expect, it } from 'vitest';
import { RandomState } from '../../random/random-state.ts';
import {
  classOfInstance,
  featuresOfClusters,
  instanceIds,
  sampleFeatures,
  stableCluster,
  stableFeatures,
} from './style-clusters.ts';

const CLUSTERS = {
  0: [[0], [1], [2]],
  1: Array.from({ length: 10 }, (_, i) => [10 + i]),
};
const instances = { width: 5, height: 1, data: Int32Array.of(1002, 0, 1000, 5003, 1002) };

describe('style clusters', () => {
  it('reads the class from the id', () => {
    expect([0, 7, 999, 1000, 1002, 26_013].map(classOfInstance)).toEqual([0, 7, 999, 1, 1, 26]);
  });

  it('lists ids once, ascending', () => {
    expect(instanceIds(instances)).toEqual([0, 1000, 1002, 5003]);
  });

  it('draws in ascending order of ids and skips classes without clusters', () => {
    // numpy: RandomState(5).randint(0, 3), then randint(0, 10) twice
    const { clusters, features } = sampleFeatures(instances, CLUSTERS, new RandomState(5));
    const random = new RandomState(5);
    const drawn = [random.randint(0, 3), random.randint(0, 10), random.randint(0, 10)];
    expect([...clusters]).toEqual([
      [0, drawn[0]],
      [1000, drawn[1]],
      [1002, drawn[2]],
    ]);
    expect(drawn).toEqual([2, 6, 6]);
    expect(features.get(1002)).toEqual([10 + drawn[2]]);
    expect(features.has(5003)).toBe(false);
  });

  it('keeps the cluster of an instance when others come and go', () => {
    const all = stableFeatures(instances, CLUSTERS, 3).clusters;
    const alone = stableFeatures({ width: 1, height: 1, data: Int32Array.of(1002) }, CLUSTERS, 3);
    expect(alone.clusters.get(1002)).toBe(all.get(1002));
  });

  // numpy: [RandomState(id + 1).randint(10) for id in (0, 1000, 1001, 26013)], seed 7 for the second
  it('makes the stable choice that NumPy makes', () => {
    const ids = [0, 1000, 1001, 26_013];
    expect(ids.map((id) => stableCluster(0, id, 10))).toEqual([5, 9, 7, 0]);
    expect(ids.map((id) => stableCluster(7, id, 10))).toEqual([3, 8, 7, 0]);
    expect(stableCluster(2 ** 32 - 1, 0, 10)).toBe(stableCluster(0, -1, 10));
  });

  it('refuses a cluster the class does not have', () => {
    expect(() => featuresOfClusters(new Map([[1000, 10]]), CLUSTERS)).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    );
  });
});
