import { describe, expect, it } from 'vitest';
import { stableCluster } from '../nn/pix2pixhd/style-clusters.ts';
import { chooseStyles } from './choose-styles.ts';
import { exampleImageManifest } from './fixtures/example-manifests.ts';
import type { StyleRecipe } from './recipe.ts';

const { styleClusters } = exampleImageManifest;
const fixed: StyleRecipe = { mode: 'cluster', cluster: 2, seed: 0, byInstance: {}, palette: null };
const sampled: StyleRecipe = {
  mode: 'sampled',
  cluster: 0,
  seed: 11,
  byInstance: {},
  palette: null,
};

describe('chooseStyles', () => {
  it('gives all the same cluster, each of its own class', () => {
    const { clusters, centres } = chooseStyles(fixed, [1, 2], styleClusters);
    expect([...clusters]).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect([...centres.values()]).toEqual([[0.2], [1.2], [1.2]]);
  });

  it('keeps the style of an instance when others go', () => {
    const many = chooseStyles(sampled, [1, 2, 3, 4, 5, 6], styleClusters).clusters;
    const few = chooseStyles(sampled, [2, 5], styleClusters).clusters;
    for (const id of [0, 2, 5]) {
      expect(few.get(id)).toBe(many.get(id));
      expect(few.get(id)).toBe(stableCluster(11, id, 3));
    }
    expect(new Set(many.values()).size).toBeGreaterThan(1);
  });

  it('lets single instances be chosen, the background too', () => {
    const style = { ...fixed, byInstance: { '0': 0, '2': 1, '99': 1 } };
    const { clusters } = chooseStyles(style, [1, 2], styleClusters);
    expect([...clusters.values()]).toEqual([0, 2, 1]);
  });

  it('gives nothing where the model has no clusters', () => {
    expect(chooseStyles(fixed, [1], undefined).clusters.size).toBe(0);
    expect([...chooseStyles(fixed, [1], { '1': [[1], [2], [3]] }).clusters.keys()]).toEqual([1]);
  });

  it('refuses a cluster that is not there', () => {
    expect(() => chooseStyles({ ...fixed, cluster: 3 }, [1], styleClusters)).toThrowError(
      expect.objectContaining({
        code: 'bad-recipe',
        details: expect.objectContaining({ found: 'cluster 3', expected: '0 to 2' }),
      }),
    );
  });
});
