import type { ModelManifest, Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';

/** Whether a model takes a point mask: a pix2pixHD of plain images, without classes, instances and features. */
export function takesPoints(manifest: ModelManifest): manifest is Pix2PixHdManifest {
  if (manifest.architecture !== 'pix2pixhd') return false;
  const { labelNc, instanceEdges, instanceFeat, labelFeat } = manifest.config;
  return labelNc === 0 && !instanceEdges && !instanceFeat && !labelFeat;
}

/**
 * Checks that a model can render spots.
 * @throws CytoForgeError `bad-recipe` for one that needs more than a point mask.
 */
export function checkSpotModel(manifest: ModelManifest): void {
  if (takesPoints(manifest)) return;
  throw new CytoForgeError('bad-recipe', 'This model makes no spots.', {
    where: 'recipe, field spots.spotModel',
    found: manifest.name,
    expected: 'a pix2pixHD model trained with label_nc 0 and no_instance',
    hint: 'Choose another spot model, or Gaussian spots.',
  });
}
