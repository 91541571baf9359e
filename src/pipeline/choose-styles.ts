import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import { stableCluster } from '../nn/pix2pixhd/style-clusters.ts';
import { type LabelClasses, MASK_CLASSES } from './label-classes.ts';
import type { StyleRecipe } from './recipe.ts';

/** The cluster of each instance of a label map, and the vector at its centre. */
export interface ChosenStyles {
  /** Instance id (0 is the background) → cluster; instances whose class has no clusters are absent. */
  clusters: Map<number, number>;
  /** Instance id → centre of its cluster, `[featNum]`. */
  centres: Map<number, readonly number[]>;
}

function wantedCluster(style: StyleRecipe, id: number, count: number): number {
  const own = style.byInstance[id];
  if (own !== undefined) return own;
  return style.mode === 'cluster' ? style.cluster : stableCluster(style.seed, id, count);
}

/**
 * Chooses the style of the background and of every object.
 * @param ids Instance ids of the label map, without the background.
 * @throws CytoForgeError `bad-recipe` for a cluster that the model does not have.
 */
export function chooseStyles(
  style: StyleRecipe,
  ids: readonly number[],
  styleClusters: Pix2PixHdManifest['styleClusters'] = {},
  classes: LabelClasses = MASK_CLASSES,
): ChosenStyles {
  const chosen: ChosenStyles = { clusters: new Map(), centres: new Map() };
  for (const id of [0, ...ids]) {
    const centres = styleClusters[id === 0 ? classes.background : classes.object] ?? [];
    if (centres.length === 0) continue;
    const cluster = wantedCluster(style, id, centres.length);
    if (cluster >= centres.length) {
      throw new CytoForgeError('bad-recipe', 'The image model has no such style cluster.', {
        where: id === 0 ? 'style of the background' : `style of instance ${id}`,
        found: `cluster ${cluster}`,
        expected: `0 to ${centres.length - 1}`,
      });
    }
    chosen.clusters.set(id, cluster);
    chosen.centres.set(id, centres[cluster]);
  }
  return chosen;
}
