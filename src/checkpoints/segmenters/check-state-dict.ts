import { CytoForgeError } from '../../errors.ts';
import type { StateDictShapes } from './segmenter-format.ts';

/**
 * Checks that a state dict has every expected tensor with its shape; others may be there too.
 * @throws CytoForgeError `missing-tensor` with the first name that differs, found and expected shape.
 */
export function checkStateDict(
  found: StateDictShapes,
  expected: ReadonlyMap<string, readonly number[]>,
): void {
  for (const [name, shape] of expected) {
    const stored = found.get(name);
    if (stored?.join() === shape.join()) continue;
    throw new CytoForgeError(
      'missing-tensor',
      'The checkpoint does not have the tensors it should.',
      {
        where: name,
        found: stored ? `shape [${stored.join(', ')}]` : 'no such tensor',
        expected: `shape [${shape.join(', ')}]`,
        hint: 'The file is of another version of the network, or incomplete.',
      },
    );
  }
}
