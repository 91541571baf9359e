import { CytoForgeError } from '../errors.ts';
import type { BundleData } from '../pipeline/generation-service.ts';
import type { SegmenterDescription } from '../segmentation/segmenter.ts';
import { demoSegmenter } from './demo-models.ts';
import { openBundle } from './open-bundle.ts';

/**
 * The weights an algorithm needs: those named, or those that come with the program.
 * @param path Bundle or official checkpoint; undefined for the shipped ones.
 * @returns null for an algorithm without weights.
 * @throws CytoForgeError what opening throws; `bad-option` where none come along or none are needed.
 */
export async function weightsFor(
  { method, weights }: SegmenterDescription,
  path: string | undefined,
): Promise<BundleData | null> {
  if (weights === null) {
    if (path === undefined) return null;
    throw new CytoForgeError('bad-option', 'The algorithm has no weights.', {
      where: '--weights',
      found: path,
      expected: `nothing: ${method} is not a network`,
    });
  }
  const shipped = path ?? (await demoSegmenter(weights));
  if (shipped !== null) return openBundle(shipped);
  throw new CytoForgeError('bad-option', 'The algorithm needs weights that do not come along.', {
    where: '--weights',
    found: 'none',
    expected: `a ${weights} model`,
  });
}
